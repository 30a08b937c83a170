import type * as z from 'zod';
import { fieldProblems } from '../contracts/field-problems.ts';
import type { FieldProblemCode } from '../contracts/field-problems.ts';
import { problems } from '../contracts/problems.ts';
import { ProblemBody } from '../contracts/problem-body.ts';
import type { ProblemCode } from '../contracts/problems.ts';
import { DomainError } from '../kernel/domain-error.ts';

type FieldError = NonNullable<ProblemBody['errors']>[number];
type Issue = z.core.$ZodIssue;

/** Enough to mend a form by; a request that is wrong everywhere needs no catalogue of it. */
const mostErrors = 50;

/** A request that does not have the route's shape, with what is wrong where. */
export class RequestInvalid extends DomainError {
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[], code: ProblemCode = 'request-invalid') {
    super(code);
    this.errors = errors.slice(0, mostErrors);
  }
}

export const fieldError = (pointer: string, code: FieldProblemCode): FieldError => ({ pointer, code, ...fieldProblems[code] });

/** RFC 6901. */
const pointerOf = (root: string, path: readonly PropertyKey[]): string =>
  [root, ...path.map((step) => String(step).slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');

const codeOf = (issue: Issue): FieldProblemCode => {
  if (Object.hasOwn(fieldProblems, issue.message)) return issue.message as FieldProblemCode;
  switch (issue.code) {
    case 'invalid_type': return issue.input === undefined ? 'field.missing' : 'field.type';
    case 'too_small': return 'field.too-small';
    case 'too_big': return 'field.too-large';
    case 'invalid_format': return 'field.malformed';
    case 'invalid_value':
    case 'invalid_union': return 'field.not-listed';
    case 'unrecognized_keys': return 'field.unknown';
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom': return 'field.invalid';
  }
};

/** The issues of one part of a request (`/params`, `/query`, `/body`) as field errors. */
export const fieldErrors = (root: string, issues: readonly Issue[]): FieldError[] =>
  issues.slice(0, mostErrors).map((issue) => fieldError(pointerOf(root, issue.path), codeOf(issue)));

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/** The code of the problem an error is answered with. An error nobody foresaw, or a code without a problem, is `unexpected`. */
export const problemCodeOf = (error: unknown): ProblemCode => (error instanceof DomainError && isKnown(error.code) ? error.code : 'unexpected');

const isFieldCode = (code: unknown): code is FieldProblemCode => typeof code === 'string' && Object.hasOwn(fieldProblems, code);

/** A refusal of the domain may name what is wrong field by field: `extra.fieldCodes`, codes of fields or of problems, in the order of its pointers. */
const errorsOf = (error: unknown, code: ProblemCode): FieldError[] | undefined => {
  if (error instanceof RequestInvalid) return error.errors.length > 0 ? [...error.errors] : undefined;
  if (!(error instanceof DomainError) || code === 'unexpected' || !error.pointers || error.pointers.length === 0) return undefined;
  const { vi, en } = problems[code];
  const codes = error.extra?.['fieldCodes'];
  return error.pointers.slice(0, mostErrors).map((pointer, place) => {
    const own: unknown = Array.isArray(codes) ? codes[place] : undefined;
    if (isFieldCode(own)) return fieldError(pointer, own);
    return typeof own === 'string' && isKnown(own) ? { pointer, code: own, vi: problems[own].vi, en: problems[own].en } : { pointer, code, vi, en };
  });
};

const More = ProblemBody.pick({ successor: true, retryAfter: true, retryAt: true, corrected: true, maximum: true, mergedInto: true });
/** What a refusal of the domain says besides, where the body has a place for it. */
const more = (error: unknown): Partial<ProblemBody> => {
  const said = error instanceof DomainError && error.extra !== undefined ? More.safeParse(error.extra) : undefined;
  return said?.success === true ? said.data : {};
};

/** RFC 9457 problem details of any error. Its message stays inside: only the code and its sentences go out. */
export const toProblem = (error: unknown, correlationId: string): ProblemBody => {
  const code = problemCodeOf(error);
  const { status, vi, en } = problems[code];
  const body: ProblemBody = { type: `urn:haugiang:problem:${code}`, code, title: vi, titleEn: en, status, correlationId };
  const errors = errorsOf(error, code);
  if (errors) body.errors = errors;
  const allowed = error instanceof DomainError ? error.extra?.['allowed'] : undefined;
  if (Array.isArray(allowed)) body.allowed = allowed.map(String);
  return { ...body, ...more(error) };
};
