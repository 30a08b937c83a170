import { describe, expect, test } from 'vitest';
import type { Province } from '../../functions/portals/ports.ts';
import { renderPublished } from '../../functions/portals/render-published.ts';
import { birthRegistration, catalogueOf, memorySite, seedProcedures } from './catalogue.ts';

const origin = 'https://dichvucong.haugiang.gov.vn';
const told = (code: string, version = 1, messageId = `${code}/${version}`) => ({ messageId, code, version });
const listing = ['thu-tuc/index.html', 'en/thu-tuc/index.html', 'du-lieu/tim-kiem.json', 'sitemap.xml'];
const pages = (code: string) => [`thu-tuc/${code}/index.html`, `en/thu-tuc/${code}/index.html`];

const renamed = (name: string, version: number) => ({ ...birthRegistration(), version, name: { vi: name, en: name } });

describe('publishing a procedure', () => {
  test('puts its page in both languages and everything that lists it', async () => {
    const { province } = catalogueOf(seedProcedures);
    const { site, files } = memorySite();
    expect(await renderPublished({ province, site, origin })([told('1.001193')])).toEqual(new Map());
    expect([...files.keys()].toSorted()).toEqual([...pages('1.001193'), ...listing].toSorted());
    expect(files.get('thu-tuc/1.001193/index.html')).toContain('<html lang="vi">');
    expect(files.get('en/thu-tuc/1.001193/index.html')).toContain('Birth registration');
    expect(files.get('thu-tuc/index.html')).toContain('href="/thu-tuc/1.001193"');
    expect(JSON.parse(files.get('du-lieu/tim-kiem.json') ?? '')).toHaveLength(80 + 102);
    expect(files.get('sitemap.xml')).toContain(`<loc>${origin}/en/thu-tuc/1.001193</loc>`);
  });

  test('told again, or told of an older version, changes and puts nothing', async () => {
    const { province } = catalogueOf([renamed('Đăng ký khai sinh', 3)]);
    const { site, puts } = memorySite();
    const render = renderPublished({ province, site, origin });
    await render([told('1.001193', 3)]);
    const before = puts.length;
    await render([told('1.001193', 1), told('1.001193', 3, 'again')]);
    await render([told('1.001193', 2)]);
    expect(puts.length).toBe(before);
  });

  test('a version that waits is announced with what it changes; the lists stay', async () => {
    const now = birthRegistration();
    const [one, ...cases] = now.cases;
    const next = { ...now, version: 2, effectiveFrom: '2027-01-01', cases: [{ ...one, channels: (one?.channels ?? []).map((row) => ({ ...row, fee: { kind: 'amount', vnd: 9000 } as const })) }, ...cases] } as typeof now;
    const { province } = catalogueOf([{ ...now, next: { version: 2, effectiveFrom: '2027-01-01', status: 'open' } }], [next]);
    const { site, files } = memorySite();
    expect(await renderPublished({ province, site, origin })([{ ...told('1.001193', 2), told: 'waits' }])).toEqual(new Map());
    expect([...files.keys()].toSorted()).toEqual(pages('1.001193').toSorted());
    const page = files.get('thu-tuc/1.001193/index.html') ?? '';
    expect(page).toContain('Từ 01/01/2027 thủ tục này thay đổi');
    expect(page).toMatch(/Lệ phí trường hợp [^<]+, trực tuyến: [^<]+ → 9\.000 đồng/);
    expect(files.get('en/thu-tuc/1.001193/index.html')).toContain('This procedure changes from');
  });

  test('a version that was recalled leaves the page, and what is told late of it changes nothing', async () => {
    const now = birthRegistration();
    const { province } = catalogueOf([{ ...now, highest: 2 }]);
    const { site, files } = memorySite();
    const render = renderPublished({ province, site, origin });
    expect(await render([{ ...told('1.001193', 2), told: 'recalled' }])).toEqual(new Map());
    expect(files.get('thu-tuc/1.001193/index.html')).not.toContain('thủ tục này thay đổi');
    expect(await render([{ ...told('1.001193', 2, 'late'), told: 'waits' }])).toEqual(new Map());
    expect(files.get('thu-tuc/1.001193/index.html')).not.toContain('thủ tục này thay đổi');
  });

  test('the very first version waiting for its day has no page yet', async () => {
    const { province } = catalogueOf([]);
    const { site, files } = memorySite();
    expect(await renderPublished({ province, site, origin })([{ ...told('1.001193', 1), told: 'waits' }])).toEqual(new Map());
    expect(files.size).toBe(0);
  });

  test('one that is closed for another leads there', async () => {
    const { province } = catalogueOf([{ ...birthRegistration(), status: 'closed', successor: '1.000894', version: 2 }]);
    const { site, files } = memorySite();
    await renderPublished({ province, site, origin })([told('1.001193', 2)]);
    expect(files.get('thu-tuc/1.001193/index.html')).toContain('href="/thu-tuc/1.000894"');
  });

  test('a closed procedure keeps its address, and the page says that it is closed', async () => {
    const { province } = catalogueOf([{ ...birthRegistration(), status: 'closed', version: 2 }]);
    const { site, files } = memorySite();
    await renderPublished({ province, site, origin })([told('1.001193', 2)]);
    const page = files.get('thu-tuc/1.001193/index.html') ?? '';
    expect(page).not.toContain('/nop-ho-so/?thu-tuc=');
    expect(page).toMatch(/ngừng|không còn|hết hiệu lực/i);
    for (const listing of ['thu-tuc/index.html', 'du-lieu/tim-kiem.json', 'sitemap.xml']) expect(files.get(listing), listing).not.toContain('1.001193');
  });

  test('one that cannot be read fails alone; the others and the lists are put', async () => {
    const { province } = catalogueOf(seedProcedures);
    const { site, files } = memorySite();
    const failing: Province = { ...province, procedure: async (code) => { if (code === '1.001193') throw new Error('503'); return province.procedure(code); } };
    const other = seedProcedures.find(({ code }) => code !== '1.001193')?.code ?? '';
    const notDone = await renderPublished({ province: failing, site, origin })([told('1.001193'), told(other)]);
    expect([...notDone.keys()]).toEqual(['1.001193/1']);
    expect(files.has(`thu-tuc/${other}/index.html`)).toBe(true);
    expect(files.has('thu-tuc/index.html')).toBe(true);
  });

  test('an answer older than the event is not rendered: the message comes again', async () => {
    const { province } = catalogueOf([renamed('Cũ', 1)]);
    const { site, files } = memorySite();
    await expect(renderPublished({ province, site, origin })([told('1.001193', 2)])).rejects.toThrow('cannot be read yet');
    expect(files.size).toBe(0);
  });
});

describe('two runs at the same time', () => {
  /** Lets the first call of a reading through only when it is told to; it then gives what it had read before. */
  const held = <A extends unknown[], T>(read: (...args: A) => Promise<T>) => {
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    let first = true;
    return {
      reached: reached.promise, open: gate.resolve,
      read: async (...args: A): Promise<T> => {
        const value = await read(...args);
        if (!first) return value;
        first = false;
        reached.resolve();
        await gate.promise;
        return value;
      },
    };
  };

  test.each(['procedure', 'procedures'] as const)('what was published last stays, when an older reading of %s comes to its end after it', async (reading) => {
    const { province, state } = catalogueOf([renamed('Phiên bản 1', 1)]);
    const { site, files } = memorySite();
    const slow = held<[string], unknown>(province[reading]);
    const first = renderPublished({ origin, site, province: { ...province, [reading]: slow.read } })([told('1.001193', 1)]);
    await slow.reached;
    state.set('1.001193', renamed('Phiên bản 2', 2));
    await renderPublished({ origin, site, province })([told('1.001193', 2)]);
    slow.open();
    expect(await first).toEqual(new Map());
    for (const key of [...pages('1.001193'), 'thu-tuc/index.html', 'du-lieu/tim-kiem.json']) expect([key, files.get(key)?.includes('Phiên bản 2')]).toEqual([key, true]);
  });
});
