/** A function or a build project, and the name of the role that it runs with. */
export interface DemoWorkload {
  readonly name: string;
  readonly role: string;
  /** A function's URL, and whether it asks who calls. */
  readonly url?: 'open' | 'signed';
}
