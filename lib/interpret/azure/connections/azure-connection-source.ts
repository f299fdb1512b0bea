import type { AzureConnection, AzureConnectionKind } from '../../../model/azure/connection.ts';
import type { AzureUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';

/** How the connections of one kind are made from raw answers. */
export interface AzureConnectionSource {
  readonly kind: AzureConnectionKind;
  /** The operation that lists them: without it, nothing of the kind is known. */
  readonly operation: string;
  /** Operations that tell more of the kind when they were read. */
  readonly more?: readonly string[];
  /** Pure. Throws a TypeError when an answer has not the documented shape. */
  connections(answers: Answers, unit: AzureUnit): readonly AzureConnection[];
}
