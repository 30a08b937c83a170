/** Where the present comes from: an argument everywhere, so that a test can hold it still. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
