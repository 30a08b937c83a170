import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { routesByWorkflow } from '../../shared/contracts/all-routes.ts';
import type { Route } from '../../shared/contracts/route.ts';

// Logs, metrics and addresses are read by more people than dossiers are. A canary runs through the dossiers' own requests
// (procedure-submission/canary.test.ts); here every line that any function of the province can write is read as it stands.

const root = join(import.meta.dirname, '../..');
/** What a person runs in a terminal, and no function carries. */
const commands = new Set(['functions/feedback-classification/training/train.ts', 'functions/feedback-classification/classifier/classify-lines.ts']);
const sources = globSync(['functions/**/*.{ts,tsx}', 'shared/**/*.ts', 'events/**/*.ts'], { cwd: root }).filter((file) => !commands.has(file)).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** What may be said of a request, a message or a run: kinds, ids without a person's, figures. */
const fields = new Set([
  'correlationId', 'messageId', 'eventId', 'dossierId', 'feedbackId', 'route', 'status', 'problem', 'actor', 'realm', 'refusal', 'code', 'trigger', 'reason', 'schedule', 'consumer', 'detailType', 'tile', 'mode', 'plan',
  'milliseconds', 'awsMilliseconds', 'messages', 'failed', 'records', 'published', 'parked', 'facts', 'posts', 'appointed', 'done', 'counted', 'equal', 'registered', 'dissolved', 'people', 'moved', 'awaited',
]);
/** Objects whose every member is a kind, a place in our code or a figure, by their types. */
const wholes = new Set(['traceOf(error)', 'figures', 'told(outcome)', 'answer']);
const ofPeople = /\.(?:email|phone|nationalId|identity|applicant|answers|username|fileName|body|input)\b/;

/** The text up to the bracket that closes what is open. */
const inside = (text: string): string => {
  let depth = 1;
  let at = 0;
  for (; at < text.length && depth > 0; at++) depth += '([{'.includes(text[at] ?? '') ? 1 : ')]}'.includes(text[at] ?? '') ? -1 : 0;
  return text.slice(0, at - 1).trim();
};
const parts = (list: string): string[] => {
  let depth = 0;
  return list.split('').reduce<string[]>((found, mark) => {
    depth += '([{'.includes(mark) ? 1 : ')]}'.includes(mark) ? -1 : 0;
    if (mark === ',' && depth === 0) found.push('');
    else found.push((found.pop() ?? '') + mark);
    return found;
  }, ['']).map((part) => part.trim()).filter(Boolean);
};

/** What is wrong with an object that is logged. */
const faultsOf = (logged: string): string[] => {
  if (!logged.startsWith('{')) return wholes.has(logged) ? [] : [logged];
  return parts(inside(logged.slice(1))).filter((part) => {
    if (part.startsWith('...')) return !wholes.has(part.slice(3));
    const [name = ''] = part.split(/[:\s]/, 1);
    return !fields.has(name) || ofPeople.test(part);
  });
};
const linesOf = (text: string): { message: string; logged: string[] }[] =>
  [...text.matchAll(/\blogger\.(?:trace|debug|info|warn|error|critical)\(/g)].map(({ index, 0: { length } }) => {
    const [message = '', ...logged] = parts(inside(text.slice(index + length)));
    return { message, logged };
  });

test('every line of a log has a fixed message and nothing but named fields', () => {
  const lines = sources.flatMap(({ file, text }) => linesOf(text).map((line) => ({ file, ...line })));
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter(({ message }) => !/^(?:'[\w-]+'|done|refused|outcome)$/.test(message))).toEqual([]);
  expect(lines.flatMap(({ file, logged }) => logged.flatMap(faultsOf).map((fault) => `${file}: ${fault}`))).toEqual([]);
});

test('what a reorganisation tells of its outcome are figures', () => {
  const told = sources.flatMap(({ text }) => [...text.matchAll(/\btold: \([^)]*\) => \(/g)].map(({ index, 0: { length } }) => inside(text.slice(index + length))));
  expect(told).toHaveLength(2);
  expect(told.flatMap(faultsOf)).toEqual([]);
});

test('nothing else writes: no console, no keys that stay on the logger, no dimension of a metric but a kind', () => {
  expect(sources.filter(({ text }) => /\bconsole\.|process\.std(?:out|err)|\.appendKeys\(|\.appendPersistentKeys\(|\.addMetadata\(/.test(text)).map(({ file }) => file)).toEqual([]);
  const dimensions = sources.flatMap(({ text }) => [...text.matchAll(/\bcount\('\w+', /g)].map(({ index, 0: { length } }) => inside(text.slice(index + length))));
  expect(dimensions.flatMap((given) => parts(given).slice(0, 1).flatMap(faultsOf))).toEqual([]);
});

test('no address asks for a person by what belongs to them', () => {
  const asked = (Object.values(routesByWorkflow).flat() as Route[]).flatMap(({ name, params, query }) => [params, query].flatMap((shape) => Object.keys(shape instanceof z.ZodObject ? shape.shape : {})).map((key) => ({ name, key })));
  expect(asked.length).toBeGreaterThan(60);
  expect(asked.filter(({ key }) => /phone|e-?mail|identity|national|birth|address|full-?name|^name$/i.test(key))).toEqual([]);
});

test('a line that says too much is found', () => {
  const found = (line: string): string[] => linesOf(line).flatMap(({ logged }) => logged.flatMap(faultsOf));
  expect(found("logger.info('x', { correlationId, name: person.name, ...record, dossierId: filed.applicant.id })")).toEqual(['name: person.name', '...record', 'dossierId: filed.applicant.id']);
  expect(found("logger.warn('x', error)")).toEqual(['error']);
  expect(found("logger.info('x', { status: answer.statusCode, milliseconds: Math.round((a - b) * 10) / 10, ...traceOf(error) })")).toEqual([]);
});
