/**
 * Words that say the account belongs to nobody in particular. They count only when a name says nothing else:
 * `dev1` and `test-user` are generic, `tanaka-test` is Tanaka's.
 */
export const genericWords: readonly string[] = wordsIn(
  'admin admins administrator administrators root master super superuser system kanri',
  'test tests tester testing trial demo dummy sample temp temporary tmp',
  'dev develop developer developers development stg staging prod production',
  'user users guest guests account default login console everyone anyone aws iam',
  'ops operator operators operation operations support helpdesk info office sales',
  'reception receptionist scanner printer fax postmaster webmaster meeting room uketsuke',
  'intern student training seminar vendor partner external gaibu group dept',
  '受付 会議室 管理者 管理 テスト 開発 運用 ユーザー ゲスト 研修 外部',
);

/** Words that say outright that several people use the account: they count beside any other word. */
export const sharedWords: readonly string[] = wordsIn(
  'shared share sharing common team generic kyoyo kyoyu kyoyou kyoyuu kyotsu',
  '共用 共有 共通 チーム',
);

function wordsIn(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}
