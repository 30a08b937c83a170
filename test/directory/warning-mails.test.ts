import { describe, expect, test } from 'vitest';
import { appointPerson } from '../../functions/directory/appoint-person.ts';
import { mailWarned, warnedPeople } from '../../functions/directory/mail-warned.ts';
import { setWorkEmail } from '../../functions/directory/set-work-email.ts';
import { warningMail } from '../../functions/directory/warning-mail.ts';
import type { Delegation } from '../../functions/directory/delegation.ts';
import type { Person } from '../../functions/directory/person.ts';
import type { Role } from '../../shared/contracts/access.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { MailNotSent } from '../../shared/runtime/mailer.ts';
import type { Mail, MailLedger } from '../../shared/runtime/mail-ledger.ts';
import { inMemoryDirectory } from './in-memory.ts';

const now = new Date('2026-11-22T02:00:00Z');
const cause = { actor: 'officer' as const, correlationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', causationId: 'cor_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', now };
const agency = 'H30.19.01';
const warning = { dossierId: 'dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5', procedureCode: '1.001193', number: '000.01.19.H30-261120-0001', extent: 'step' as const, threshold: 75, dueAt: '2026-11-25T10:00:00.000Z', agencyCode: agency, role: 'case-officer' as const };

/** A ledger that remembers, as the table does. */
const ledgerInMemory = (): MailLedger => {
  const states = new Map<string, 'mine' | 'sent'>();
  return {
    claim: async (mail) => { const state = states.get(mail); if (state === 'sent') return 'sent'; if (state === 'mine') return 'busy'; states.set(mail, 'mine'); return 'mine'; },
    settle: async (mail) => { states.set(mail, 'sent'); },
    release: async (mail) => { states.delete(mail); },
  };
};

const province = async () => {
  const directory = inMemoryDirectory();
  const { people, delegations } = directory;
  const appoint = async (username: string, role: Role, { to, email = `${username}@haugiang.example` }: { to?: string; email?: string } = {}): Promise<Person> => {
    const person: Person = { personId: newId('per', now), username, name: username, posts: [{ agency, role, from: '2020-01-01', ...(to === undefined ? {} : { to }) }], revision: 1, ...(email === '' ? {} : { email }) };
    await people.appoint({ person, change: { by: 'admin', at: now }, ended: [] }, []);
    return person;
  };
  const mails: Mail[] = [];
  let fails = 0;
  const mailer = { send: (mail: Mail) => { if (fails-- > 0) return Promise.reject(new MailNotSent()); mails.push(mail); return Promise.resolve(); } };
  const mail = mailWarned({ people, delegations, ledger: ledgerInMemory(), mailer, siteOrigin: 'https://dichvucong.haugiang.example' });
  return { directory, appoint, mails, mail, find: warnedPeople({ people, delegations }), failNext: (times: number) => { fails = times; } };
};

describe('a warning by mail', () => {
  test('goes to who has the step in hand and to the leader, once each, however often the event comes', async () => {
    const { appoint, mail, mails } = await province();
    const [owner] = [await appoint('chuyenvien1', 'case-officer'), await appoint('chuyenvien2', 'case-officer'), await appoint('lanhdao', 'leader'), await appoint('motcua', 'one-stop-clerk')];
    for (let times = 0; times < 3; times++) await mail({ eventId: 'evt_1', warning: { ...warning, ownerId: owner.personId }, now });
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['chuyenvien1@haugiang.example', 'lanhdao@haugiang.example']);
    await mail({ eventId: 'evt_2', warning: { ...warning, ownerId: owner.personId, threshold: 100 }, now });
    expect(mails).toHaveLength(4);
  });

  test('goes to all who hold the post while nobody has received the step; to a leader once, who owns it too', async () => {
    const { appoint, find } = await province();
    await appoint('chuyenvien1', 'case-officer');
    await appoint('chuyenvien2', 'case-officer');
    await appoint('nghi', 'case-officer', { to: '2026-11-21' });
    const leader = await appoint('lanhdao', 'leader');
    expect((await find(warning, now)).map(({ username }) => username)).toEqual(['chuyenvien1', 'chuyenvien2', 'lanhdao']);
    expect((await find({ ...warning, role: 'leader', ownerId: leader.personId }, now)).map(({ username }) => username)).toEqual(['lanhdao']);
    expect(await find({ ...warning, agencyCode: 'H30.19.02' }, now)).toEqual([]);
  });

  test('goes to who exercises the post today as well', async () => {
    const { appoint, find, directory } = await province();
    const [holder, delegate] = [await appoint('lanhdao', 'leader'), await appoint('motcua', 'one-stop-clerk')];
    const delegation: Delegation = { delegationId: 'dlg_1', holder, delegate, agency, role: 'leader', from: '2026-11-20', to: '2026-11-24', reason: 'Công tác', createdAt: now.toISOString(), createdBy: 'lanhdao' };
    await directory.delegations.write({ delegation, holder }, []);
    const names = async (at: Date) => (await find({ ...warning, role: 'leader' }, at)).map(({ username }) => username);
    expect(await names(now)).toEqual(['lanhdao', 'motcua']);
    expect(await names(new Date('2026-11-26T02:00:00Z'))).toEqual(['lanhdao']);
  });

  test('a mail that failed is tried again, those that went out are not; who has no address gets none', async () => {
    const { appoint, mail, mails, failNext } = await province();
    await appoint('chuyenvien1', 'case-officer');
    await appoint('chuyenvien2', 'case-officer', { email: '' });
    await appoint('lanhdao', 'leader');
    failNext(1);
    await expect(mail({ eventId: 'evt_1', warning, now })).rejects.toThrow(MailNotSent);
    await mail({ eventId: 'evt_1', warning, now });
    await mail({ eventId: 'evt_1', warning, now });
    expect(mails.map(({ to }) => to)).toEqual(['chuyenvien1@haugiang.example', 'lanhdao@haugiang.example']);
  });

  test('says number, procedure, due time and the way to the desk, and nothing else', () => {
    const { subject, text } = warningMail(warning, 'https://dichvucong.haugiang.example');
    expect(subject).toBe('Cảnh báo 75 % bước xử lý · 000.01.19.H30-261120-0001');
    expect(text).toContain('Hạn của bước: 17 giờ 00 phút, ngày 25 tháng 11 năm 2026');
    expect(text).toContain('https://dichvucong.haugiang.example/ban-lam-viec/?ho-so=dos_01K9M3Z5T8Q2W4E6R8Y0P1S3D5');
    expect(warningMail({ ...warning, extent: 'whole', threshold: 100 }, '').subject).toBe('Hết hạn hồ sơ · 000.01.19.H30-261120-0001');
  });
});

describe('a work address', () => {
  test('is set, changed and taken away, with an event that does not say it; appointing leaves it alone', async () => {
    const { directory: { people, delegations, agencies, events }, appoint } = await province();
    const { personId, posts } = await appoint('motcua', 'one-stop-clerk', { email: '' });
    const set = setWorkEmail({ people });
    await set({ username: 'motcua', email: 'motcua@haugiang.example', by: 'admin' }, cause);
    await set({ username: 'motcua', email: 'motcua@haugiang.example', by: 'admin' }, cause);
    await agencies.register({ agencies: [{ agency: { code: agency, name: 'UBND phường I', level: 'commune', codeStatus: 'assumed', aliases: [], source: 'thử' }, revision: 1 }], after: 0, change: { by: 'admin', at: now } }, []);
    await appointPerson({ people, agencies, delegations })({ username: 'motcua', name: 'Tên khác', posts, by: 'admin' }, cause);
    expect((await people.byUsername('motcua'))?.email).toBe('motcua@haugiang.example');
    await set({ username: 'motcua', email: '', by: 'admin' }, cause);
    expect(await people.byUsername('motcua')).not.toHaveProperty('email');
    expect(events.filter(({ definition }) => definition.type === 'person.contact-changed').map(({ detail }) => detail.data)).toEqual([{ personId }, { personId }]);
    await expect(set({ username: 'ai-do', email: '', by: 'admin' }, cause)).rejects.toMatchObject({ code: 'not-found' });
  });
});
