/** The subscriptions of Sakura Seiki, and that of a partner. */
export const subscriptionIds = {
  production: '5ab5c71b-0000-4000-8000-00000000000a',
  development: '5ab5c71b-0000-4000-8000-00000000000b',
  campaign: '5ab5c71b-0000-4000-8000-00000000000c',
  stranger: '9ab5c71b-0000-4000-8000-0000000000ff',
} as const;
