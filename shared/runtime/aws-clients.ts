/**
 * What every AWS client starts from: give up early and try again rather than wait out a function's whole time.
 * Each adapter makes its own client, so that a bundle carries only the clients it calls.
 */
export const leanClient = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000 },
} as const;
