import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { GetRegisterPrint, PrintRegister } from '../../shared/contracts/form-routes.ts';
import { printRegister } from '../../functions/procedure-submission/print-register.ts';
import { registerPrints } from '../../functions/procedure-submission/register-print.repository.ts';
import { registerRepository } from '../../functions/procedure-submission/register.repository.ts';
import { tables } from '../../shared/tables/table-spec.ts';
import { createTable, type TestTable } from '../support/table.ts';
import { apiOn, depsOn, type Api } from './support/desk.ts';
import { agencyCode, clerk, leader, now, otherAgencyCode, strangerClerk } from './support/dossiers.ts';
import { stepsOn } from './support/steps.ts';

let store: TestTable;
let call: Api;
beforeAll(async () => { store = await createTable(tables['procedure-submission'], inject('endpoint')); call = apiOn(depsOn(store.table), () => now); });
afterAll(() => store.drop());

const asks = (who: typeof clerk, format: string, key?: string, agency = agencyCode) => call(PrintRegister, who, { params: { agencyCode: agency, month: '2026-11' }, body: { format }, ...(key === undefined ? {} : { key }) });
const fetches = (who: typeof clerk, printId: string, agency = agencyCode) => call(GetRegisterPrint, who, { params: { agencyCode: agency, printId } });

describe('the register asked for as a file', () => {
  it('is made apart, once, from every line of the month, and can be fetched by the officers of the agency alone', async () => {
    const steps = stepsOn(call, store.table);
    const numbers = [(await steps.accept(await steps.file())).number, (await steps.accept(await steps.file())).number];
    const asked = await asks(clerk, 'xlsx', 'a-register-print-01');
    expect(asked).toMatchObject({ status: 202, body: { state: 'coming' } });
    const printId = String(asked.body['printId']);
    // the same request again is the same print, and tells the bus nothing new
    expect((await asks(clerk, 'xlsx', 'a-register-print-01')).body['printId']).toBe(printId);
    expect((await store.rows()).filter((row) => row['detailType'] === 'register-print.requested.v1')).toHaveLength(1);

    const made: { key: string; lines: (string | undefined)[] }[] = [];
    let lines: (string | undefined)[] = [];
    const draw = (_print: unknown, rows: readonly { number?: string | undefined }[]) => { lines = rows.map(({ number }) => number); return Promise.resolve(new Uint8Array([1])); };
    const print = printRegister({
      prints: registerPrints(store.table), register: registerRepository(store.table), draw: { pdf: () => { throw new Error('not asked for'); }, xlsx: draw },
      files: { put: ({ key }) => { made.push({ key, lines }); return Promise.resolve(); } },
    });
    await print(printId);
    await print(printId);
    // received in the same instant, so in either order
    expect(made.map(({ key, lines: found }) => ({ key, lines: new Set(found) }))).toEqual([{ key: `prints/${printId}.xlsx`, lines: new Set(numbers) }]);
    expect((await fetches(leader, printId)).body).toMatchObject({ state: 'ready', rows: 2, url: `http://files.test/prints/${printId}.xlsx` });
  });

  it('is refused to other agencies, under their own name too, and in a format nobody makes', async () => {
    const printId = String((await asks(clerk, 'pdf')).body['printId']);
    expect((await asks(strangerClerk, 'pdf')).body).toMatchObject({ code: 'not-found' });
    expect((await fetches(strangerClerk, printId)).body).toMatchObject({ code: 'not-found' });
    expect((await fetches(strangerClerk, printId, otherAgencyCode)).body).toMatchObject({ code: 'not-found' });
    expect((await asks(clerk, 'docx')).body).toMatchObject({ code: 'request-invalid' });
  });
});
