/**
 * How long this process has waited for answers from AWS, in milliseconds; calls at the same time count once. A worker serves
 * one request at a time, so the difference over a request is what that request waited, and the rest is our own.
 */
let outstanding = 0;
let since = 0;
let total = 0;

export const waitedMilliseconds = (): number => total;

export const waitingFor = async <T>(answer: Promise<T>): Promise<T> => {
  if (outstanding++ === 0) since = performance.now();
  try {
    return await answer;
  } finally {
    if (--outstanding === 0) total += performance.now() - since;
  }
};
