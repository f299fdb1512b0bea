import { listOf, required } from '../../shape.ts';
import { keyedAnswersOf } from '../answer.ts';
import type { CarrierSource } from './carrier-source.ts';
import { tagsOf } from './tags-of.ts';

/** CodeBuild projects, whose builds run with the project's service role. */
export const codebuildProjects: CarrierSource = {
  operations: ['codebuild:BatchGetProjects'],
  carriers: (answers, { region }) =>
    keyedAnswersOf(answers, 'codebuild:BatchGetProjects')
      .flatMap(({ output }) => listOf(output.projects, 'projects'))
      .flatMap((project) =>
        project.serviceRole
          ? [
              {
                kind: 'codebuild-project',
                arn: required(project.arn, 'arn'),
                region,
                roleArn: project.serviceRole,
                ...tagsOf(project.tags),
              },
            ]
          : [],
      ),
};
