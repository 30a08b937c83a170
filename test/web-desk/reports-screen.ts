import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect } from 'vitest';
import type { FeedbackDeps } from '../../functions/feedback-classification/ports.ts';
import { systemClock } from '../../shared/kernel/clock.ts';
import type { Officer } from '../../shared/runtime/actor.ts';
import { update } from '../../shared/runtime/transaction.ts';
import { uploadKey } from '../../shared/runtime/uploads/upload.keys.ts';
import { apiOn, depsOn, deskOf, directory, dispatcher, inWard, suggestion } from '../feedback-classification/support/desk.ts';
import type { Size } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { memoryDynamo } from '../support/memory/memory-dynamo.ts';
import { visitors } from '../support/visitors.ts';
import { serveFeedback, sessionOf } from './desk-in-memory.ts';
import { agencies } from './fake-dossiers.ts';
import { fakeProvince, type FakeProvince } from './fake-province.ts';

const likely = { ...suggestion, confidence: 0.82, because: ['rác', 'lề đường', 'mùi'], alternatives: [{ category: 'pollution', confidence: 0.11 }, { category: 'drainage', confidence: 0.04 }] };

/** The desk of reports in a browser, over the province's own code in memory; every test begins anew and ends without trouble on the page. */
export const reportsScreen = () => {
  const people = visitors();
  let province: FakeProvince;
  let who: Officer;
  let table: ReturnType<ReturnType<typeof memoryDynamo>['table']>;
  let desk: ReturnType<typeof deskOf>;

  beforeEach(async () => {
    who = dispatcher;
    province = await fakeProvince(sessionOf(who));
    table = memoryDynamo().table('feedback');
    const plain = depsOn(table);
    const deps: FeedbackDeps = {
      ...plain, suggest: () => likely, links: { linkTo: () => Promise.resolve('/bieu-tuong.svg') }, places: { post: () => Promise.resolve({ url: '/fake-bucket', fields: {} }) },
      // what goes up is looked at when somebody asks
      uploads: { ...plain.uploads, find: async (id) => { await table.write(update(uploadKey(id), { expression: 'SET #state = :checked', names: { '#state': 'state' }, values: { ':checked': 'checked' } })); return plain.uploads.find(id); } },
      directory: { ...directory, agency: (code) => { const found = agencies.find((agency) => agency.code === code); return Promise.resolve(found === undefined ? undefined : { code, name: found.name, level: 'commune' as const }); } },
    };
    const origin = process.env['SITE_ORIGIN'];
    const call = apiOn(deps, systemClock);
    // requests of the test itself carry the origin of the tests, those of the page its own
    desk = deskOf(table, async (...asked) => { process.env['SITE_ORIGIN'] = origin; return call(...asked); });
    serveFeedback(province, deps, () => who);
  });
  afterEach(async () => {
    const trouble = await people.leave();
    await province.close();
    expect(trouble).toEqual([]);
  });

  const arrive = (as: Officer, size: Size = 'desktop', query = ''): Promise<Page> => {
    who = as;
    province.session = sessionOf(as);
    return people.arrive(province.origin, size, `/ban-lam-viec/${query}`);
  };
  return { get browser() { return people.browser; }, get table() { return table; }, get desk() { return desk; }, arrive };
};

export const settled = (page: Page, name: string): Promise<void> => look(page, `reports-${name}`);
export const near = (metres: number) => ({ lat: inWard.lat + metres / 111_195, long: inWard.long });
export const dialog = (page: Page) => page.getByRole('dialog');
export const said = (page: Page, text: string) => page.locator('.said').getByText(text).waitFor();
export const rowOf = (page: Page, feedbackId: string) => page.locator(`[data-report="${feedbackId}"]`);
