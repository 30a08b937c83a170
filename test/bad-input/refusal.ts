import { expect } from 'vitest';
import { ProblemBody } from '../../shared/contracts/problem-body.ts';
import { problems } from '../../shared/contracts/problems.ts';
import type { ProblemCode } from '../../shared/contracts/problems.ts';

/** The problem an answer carries, as RFC 9457 and our contract want it: stable code, both sentences, the reference a person quotes. */
export const problemOf = async (answer: Response): Promise<ProblemBody> => {
  const text = await answer.text();
  expect(answer.headers.get('content-type'), `${answer.status} ${text.slice(0, 300)}`).toMatch(/^application\/problem\+json/);
  const problem = ProblemBody.parse(JSON.parse(text));
  expect(problem.status).toBe(answer.status);
  expect(problem.correlationId).toBe(answer.headers.get('x-correlation-id'));
  expect(Object.hasOwn(problems, problem.code), problem.code).toBe(true);
  const { vi, en } = problems[problem.code as ProblemCode];
  expect([problem.title, problem.titleEn]).toEqual([vi, en]);
  for (const error of problem.errors ?? []) expect([error.vi, error.en].every((sentence) => sentence.length > 0)).toBe(true);
  return problem;
};

type Wanted = { readonly code: ProblemCode; readonly at?: readonly string[]; readonly fields?: readonly string[] };

/** Expects a refusal with this code, pointing at these places with these field codes. */
export const expectRefusal = async (answer: Response, { code, at, fields }: Wanted): Promise<ProblemBody> => {
  const problem = await problemOf(answer);
  expect({ code: problem.code, status: problem.status }).toEqual({ code, status: problems[code].status });
  if (at !== undefined) expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(at);
  if (fields !== undefined) expect(problem.errors?.map((error) => error.code)).toEqual(fields);
  return problem;
};
