import type * as z from 'zod';

/** A variable the function cannot work without. Throws a sentence an operator can act on. */
export const env = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`Environment variable ${name} is not set`);
  return value;
};

/** A variable that may be absent or empty. */
export const optionalEnv = (name: string): string | undefined => process.env[name] || undefined;

/** A variable holding JSON of a known shape. */
export const jsonEnv = <S extends z.ZodType>(name: string, shape: S): z.output<S> => {
  const parsed = shape.safeParse(JSON.parse(env(name)));
  if (!parsed.success) throw new Error(`Environment variable ${name} has another shape: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  return parsed.data;
};
