import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { historyKey } from '../../functions/procedure-submission/dossier.keys.ts';
import type { DossierView } from '../../shared/contracts/dossier.ts';
import { closeVisits, launchBrowser, visit } from '../support/browser.ts';
import { acceptedBirth } from '../support/people.ts';

let browser: Browser;
let dossier: DossierView;
beforeAll(async () => {
  browser = await launchBrowser();
  dossier = await acceptedBirth();
});
afterAll(closeVisits);

/** What somebody with the keys of the table could do, and the chain must not hide. */
const alter = async (seq: number): Promise<void> => {
  const table = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: inject('endpoint'), region: 'ap-southeast-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }));
  await table.send(new UpdateCommand({
    TableName: inject('outputs')['ProcedureSubmissionTable'], Key: historyKey(dossier.dossierId, seq),
    UpdateExpression: 'SET #at = :earlier', ExpressionAttributeNames: { '#at': 'at' }, ExpressionAttributeValues: { ':earlier': '2026-01-01T00:00:00.000Z' },
  }));
};

test('an altered line of history is named to anyone, by the API and in the browser’s own reckoning', async () => {
  const history = async () => await (await fetch(new URL(`/api/track/${dossier.trackingCode}/history`, inject('site')))).json() as { holds: boolean; brokenAt?: number };
  expect(await history()).toMatchObject({ holds: true });
  await alter(1);
  expect(await history()).toMatchObject({ holds: false, brokenAt: 1 });
  const { page, context } = await visit(browser, inject('site'), 'phone');
  await page.goto(`/kiem-chung/?ma=${dossier.trackingCode}`);
  await page.getByText('Dòng 2 đã bị sửa').first().waitFor();
  await context.close();
});
