import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { Sha256 } from '../../shared/runtime/sha256.ts';

const bytes = new TextEncoder().encode('Đăng ký khai sinh');
const whole = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hex = async (sum: Sha256): Promise<string> => Buffer.from(await sum.digest()).toString('hex');

test('texts and bytes are summed as Node does, in pieces, and anew', async () => {
  const sum = new Sha256();
  sum.update('Đăng ký ');
  sum.update(new TextEncoder().encode('khai sinh').buffer);
  expect(await hex(sum)).toBe(whole(bytes));
  sum.reset();
  sum.update(new DataView(bytes.buffer, 2, 3));
  expect(await hex(sum)).toBe(whole(bytes.subarray(2, 5)));
});

test('a secret is remembered by the bytes that hold it, not by where it begins', async () => {
  for (const secret of ['AWS4test', bytes, bytes.subarray(3), bytes]) {
    const sum = new Sha256(secret);
    sum.update('x');
    expect(await hex(sum)).toBe(createHmac('sha256', secret).update('x').digest('hex'));
  }
});
