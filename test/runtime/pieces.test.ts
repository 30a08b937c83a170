import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { postFor } from '../../shared/runtime/actor.ts';
import { readCookies } from '../../shared/runtime/cookies.ts';
import { decodeCursor, encodeCursor } from '../../shared/runtime/cursor.ts';
import { env, jsonEnv, optionalEnv } from '../../shared/runtime/env.ts';
import { prewarm } from '../../shared/runtime/prewarm.ts';
import { fingerprintOf } from '../../shared/runtime/request-key.ts';
import { put, update } from '../../shared/runtime/transaction.ts';
import { toXml } from '../../shared/runtime/xml.ts';
import { elementsOf } from '../support/xml.ts';
import { citizen, officer } from './events.ts';

const now = new Date('2026-11-22T02:00:00Z');

describe('cookies', () => {
  test('come from the array or from the header', () => {
    expect([...readCookies({ cookies: ['a=1', 'b=x=y'] })]).toEqual([['a', '1'], ['b', 'x=y']]);
    expect([...readCookies({ headers: { cookie: 'a=1; b=2;c=3; bad; =x' } })]).toEqual([['a', '1'], ['b', '2'], ['c', '3']]);
    expect([...readCookies({})]).toEqual([]);
  });
  test('a name sent twice is left out', () => {
    expect([...readCookies({ headers: { cookie: 'a=1; b=2; a=3' } })]).toEqual([['b', '2']]);
  });
});

describe('cursors', () => {
  test('come back as they were', () => {
    expect(decodeCursor(encodeCursor('DOSSIER#2026-11-22'), 'DOSSIER#')).toBe('DOSSIER#2026-11-22');
  });
  test.each(['', '%', 'a'.repeat(500), encodeCursor('OTHER#1'), encodeCursor('DOSSIER#\u0000'), encodeCursor('DOSSIER#ệ'), '====', '../..'])('%j is refused', (cursor) => {
    expect(() => decodeCursor(cursor, 'DOSSIER#')).toThrow('request-invalid');
  });
});

describe('posts', () => {
  test('another agency’s row is not found, for whoever asks', () => {
    expect(postFor(officer('leader', 'H30.07'), 'H30.07', ['leader'], now)).toMatchObject({ role: 'leader' });
    for (const [actor, agency, roles] of [[officer('leader', 'H30.07'), 'H30.08', ['leader']], [officer('leader', 'H30.07'), 'H30', ['leader']], [officer('leader'), 'H30', ['case-officer']], [citizen, 'H30', ['leader']]] as const) {
      expect(() => postFor(actor, agency, roles, now)).toThrow('not-found');
    }
  });
});

describe('the environment', () => {
  afterEach(() => { delete process.env['PROBE']; });
  test('what is missing is named', () => {
    expect(() => env('PROBE')).toThrow('PROBE is not set');
    process.env['PROBE'] = '';
    expect(() => env('PROBE')).toThrow('PROBE');
    expect(optionalEnv('PROBE')).toBeUndefined();
  });
  test('JSON has its shape', () => {
    process.env['PROBE'] = '{"a":1}';
    expect(jsonEnv('PROBE', z.object({ a: z.number() }))).toEqual({ a: 1 });
    expect(() => jsonEnv('PROBE', z.object({ a: z.string() }))).toThrow('PROBE has another shape: a');
  });
});

describe('prewarming', () => {
  afterEach(() => { delete process.env['AWS_LAMBDA_FUNCTION_NAME']; });
  test('does nothing outside Lambda, and inside never fails and never waits long', async () => {
    let called = 0;
    await prewarm(() => { called++; });
    expect(called).toBe(0);
    process.env['AWS_LAMBDA_FUNCTION_NAME'] = 'x';
    const started = performance.now();
    await prewarm(() => { called++; throw new Error('no'); }, () => new Promise(() => undefined));
    expect({ called, inTime: performance.now() - started < 1_500 }).toEqual({ called: 1, inTime: true });
  });
});

describe('writes', () => {
  test('an update joins its names and values with the condition’s; neither leaves an empty map', () => {
    expect(update({ pk: 'a', sk: 'b' }, { expression: 'SET #s = :to', names: { '#s': 'state' }, values: { ':to': 2 } }, { expression: '#s = :from', names: { '#s': 'state' }, values: { ':from': 1 } })('t'))
      .toEqual({ Update: { TableName: 't', Key: { pk: 'a', sk: 'b' }, UpdateExpression: 'SET #s = :to', ConditionExpression: '#s = :from', ExpressionAttributeNames: { '#s': 'state' }, ExpressionAttributeValues: { ':to': 2, ':from': 1 } } });
    expect(put({ pk: 'a', sk: 'b' })('t')).toEqual({ Put: { TableName: 't', Item: { pk: 'a', sk: 'b' } } });
  });
  test('a fingerprint does not see the order of fields and sees everything else', () => {
    expect(fingerprintOf({ a: 1, b: [{ c: 1, d: 2 }] })).toBe(fingerprintOf({ b: [{ d: 2, c: 1 }], a: 1 }));
    expect(fingerprintOf({ a: [1, 2] })).not.toBe(fingerprintOf({ a: [2, 1] }));
    expect(fingerprintOf(undefined)).not.toBe(fingerprintOf(null));
  });
});

describe('plain data as XML', () => {
  test('any text comes back as it was, but for what XML cannot hold', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      // oxlint-disable-next-line no-control-regex -- what XML 1.0 cannot hold
      const holdable = text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
      expect(elementsOf(toXml('a', { b: text }, {})).children).toEqual([{ name: 'b', text: holdable, children: [] }]);
    }), { seed: 20261123, numRuns: 60 });
    expect(elementsOf(toXml('a', { b: '</b><script>&lt;"\u0000\ud800' }, {})).children[0]?.text).toBe('</b><script>&lt;"\ufffd');
  });
  test('members of a list have their name, what is nothing is empty, what is not there is left out', () => {
    expect(toXml('services', [{ code: 1, open: true, none: null, gone: undefined, values: [{ key: 'x' }, { key: '' }], others: ['y'] }], { services: 'service', values: 'value' }))
      .toBe('<?xml version="1.0" encoding="utf-8"?>\n<services><service><code>1</code><open>true</open><none/><values><value><key>x</key></value><value><key/></value></values><others><item>y</item></others></service></services>\n');
    expect(toXml('services', [], {})).toBe('<?xml version="1.0" encoding="utf-8"?>\n<services/>\n');
  });
});
