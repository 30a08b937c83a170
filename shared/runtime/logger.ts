import { Logger } from '@aws-lambda-powertools/logger';

/** Structured log of the function. Only named fields are logged, never a body, a token or a person's data. */
export const logger = new Logger();

/** What may be logged of an error that was not foreseen: its kind and where it arose. Messages can quote input, so they stay out. */
export const traceOf = (error: unknown): { error: string; at: string[] } => {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, at: frames.slice(0, 8).map((line) => line.trim()) };
};
