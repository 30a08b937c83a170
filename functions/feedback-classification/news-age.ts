/** What happened longer ago is no news: a day that is replayed late writes to nobody. */
export const newsMilliseconds = 30 * 86_400_000;
