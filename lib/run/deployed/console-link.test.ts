import { expect, it } from 'vitest';
import { consoleLink } from './console-link.ts';

it('opens an object in the console of its partition', () => {
  expect(consoleLink('s3://evidence/', 'ap-northeast-1', 'runs/a/report.html')).toBe(
    'https://ap-northeast-1.console.aws.amazon.com/s3/object/evidence?region=ap-northeast-1&prefix=runs%2Fa%2Freport.html',
  );
  expect(consoleLink('s3://evidence/', 'cn-north-1', 'k')).toContain('https://cn-north-1.console.amazonaws.cn/');
});
