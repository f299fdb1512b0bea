/** Application permissions over the data of everybody in a tenant, by app role id ("Microsoft Graph permissions reference"). */
export const tenantWideData: ReadonlyMap<string, string> = new Map([
  ['810c84a8-4a9e-49e6-bf7d-12d183f40d01', 'Mail.Read'],
  ['e2a3a72e-5f79-4c64-b1b1-878b674786c9', 'Mail.ReadWrite'],
  ['b633e1c5-b582-4048-a93e-9f11b44c7e96', 'Mail.Send'],
  ['01d4889c-1287-42c6-ac1f-5d1e02578ef6', 'Files.Read.All'],
  ['75359482-378d-4052-8f01-80520e7db3cd', 'Files.ReadWrite.All'],
  ['332a536c-c7ef-4017-ab91-336970924f0d', 'Sites.Read.All'],
  ['9492366f-7969-46a4-8d15-ed1a20078fff', 'Sites.ReadWrite.All'],
  ['a82116e5-55eb-4c41-a434-62fe8a61c773', 'Sites.FullControl.All'],
  ['6b7d71aa-70aa-4810-a8d9-5d9fb2830017', 'Chat.Read.All'],
  ['798ee544-9d2d-430c-a058-570e29e34338', 'Calendars.Read'],
  ['ef54d2bf-783f-4e0f-bca1-3210c0444d99', 'Calendars.ReadWrite'],
  ['089fe4d0-434a-44c5-8827-41ba8a0b17f5', 'Contacts.Read'],
]);

/** Delegated scopes that let an application at mail, files, chats or the directory. */
const risky =
  /^(?:mail\.(?!readbasic)|files\.(?:read|readwrite)(?:\.all)?$|sites\.(?!selected)|chat\.|channelmessage\.|notes\.|calendars\.|contacts\.|mailboxsettings\.|directory\.(?:readwrite|accessasuser)|(?:user|group|groupmember|application|rolemanagement|approleassignment)\.readwrite|full_access_as_user|ews\.|imap\.|pop\.|smtp\.)/i;

/** Whether a delegated scope lets an application at what the user would not hand to a stranger. */
export function isRiskyScope(scope: string): boolean {
  return risky.test(scope);
}
