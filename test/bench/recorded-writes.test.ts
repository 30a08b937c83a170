import { expect, test } from 'vitest';
import { itemBytes, unitsOf } from './recorded-writes.ts';

test('an item weighs its names and values as DynamoDB counts them', () => {
  expect(itemBytes({ pk: 'a', sk: 'b' })).toBe(6);
  expect(itemBytes({ ten: 'Hậu Giang' })).toBe(3 + 11);
  expect(itemBytes({ n: 27 })).toBe(1 + 2);
  expect(itemBytes({ yes: true, gone: undefined })).toBe(3 + 1);
  expect(itemBytes({ list: ['a', 'bc'] })).toBe(4 + 3 + 2 + 3);
  expect(itemBytes({ map: { a: 'x' } })).toBe(3 + 3 + 1 + 1 + 1);
});

test('a write costs one unit a started kilobyte, two in a transaction', () => {
  expect([1, 1024, 1025].map((bytes) => unitsOf(bytes, false))).toEqual([1, 1, 2]);
  expect([1, 1024, 1025].map((bytes) => unitsOf(bytes, true))).toEqual([2, 2, 4]);
});
