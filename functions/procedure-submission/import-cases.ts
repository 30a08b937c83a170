import type { FieldProblemCode } from '../../shared/contracts/field-problems.ts';
import { feeFromSent, feesToSend } from '../../shared/contracts/national-fees.ts';
import { kenh, units, type NationalProcedure } from '../../shared/contracts/national-procedure.ts';
import type { CaseChannel, Fee, Others, Paper, ProcedureCase } from '../../shared/contracts/procedure.ts';
import { alike } from '../../shared/contracts/to-national.ts';
import type { Channel } from '../../shared/kernel/dossier-status.ts';
import { fold } from '../../shared/kernel/vietnamese-text.ts';
import type { Term, TermUnit } from '../../shared/kernel/working-time/term.ts';

/** What reading a record finds: fields that are refused, and filled ones that have no place here. */
export type Findings = { readonly refuse: (path: string, code: FieldProblemCode) => void; readonly notTaken: (path: string) => void };

type Time = NationalProcedure['CACHTHUCTHUCHIEN'][number]['THOIGIAN'][number];
type Row = { readonly at: string; readonly channel: Channel; readonly time: Time };
type Group = { readonly papers: Paper[]; readonly name: string; readonly cases: readonly string[] | undefined };

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The members nobody here reads; a name that is none of the national portal's is told instead. */
export const othersOf = (more: Readonly<Record<string, unknown>>, at: string, { notTaken }: Pick<Findings, 'notTaken'>): { others?: Others } => {
  const entries = Object.entries(more).filter(([key, value]) => key !== 'HAUGIANG' && value !== undefined);
  const kept = entries.filter(([key]) => /^[A-Z][A-Z0-9_]{0,59}$/.test(key));
  for (const [key, value] of entries) if (!kept.some(([other]) => other === key) && isFilled(value)) notTaken(`${at}${at === '' ? '' : '.'}${key}`);
  return kept.length === 0 ? {} : { others: Object.fromEntries(kept) };
};
/** Members of something that has no place to keep them. */
export const without = (more: Readonly<Record<string, unknown>>, at: string, { notTaken }: Pick<Findings, 'notTaken'>): void => {
  for (const [key, value] of Object.entries(more)) if (key !== 'HAUGIANG' && isFilled(value)) notTaken(`${at}.${key}`);
};

const channels = Object.fromEntries(Object.entries(kenh).map(([channel, number]) => [number, channel])) as Record<'1' | '2' | '3', Channel>;
const slug = (words: string, otherwise: string): string => fold(words).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50).replace(/-+$/, '') || otherwise;
const freshId = (id: string, taken: Set<string>): string => {
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
  taken.add(free);
  return free;
};
const unitOf = (words: string): TermUnit | undefined => (Object.keys(units) as TermUnit[]).find((unit) => fold(units[unit]) === fold(words.trim()) || (unit === 'HOUR' && fold(words.trim()) === 'gio'));

/** The term on the wire, with ours where ours says more. Both must tell the same figure. */
const termOf = ({ THOIGIANGIAIQUYET: amount, DONVITINH, HAUGIANG }: Time, at: string, { refuse }: Findings): Term | undefined => {
  const own = HAUGIANG?.term;
  if (amount === null || amount === undefined) {
    if (DONVITINH !== '') refuse(`${at}.THOIGIANGIAIQUYET`, 'field.missing');
    return own;
  }
  const unit = unitOf(DONVITINH);
  if (unit === undefined) { refuse(`${at}.DONVITINH`, DONVITINH === '' ? 'field.missing' : 'field.not-listed'); return undefined; }
  if (own !== undefined && (own.parts.length > 1 || own.parts[0]?.amount !== amount || own.parts[0]?.unit !== unit)) refuse(`${at}.HAUGIANG.term`, 'import.disagrees');
  return own ?? { parts: [{ amount, unit }] };
};

const feeOf = ({ PHILEPHI, HAUGIANG }: Time, at: string, findings: Findings): Fee => {
  for (const [index, { MAPHILEPHI: _code, SOTIEN, DONVI: _unit, MOTA, ...more }] of PHILEPHI.entries()) {
    if ((SOTIEN === null || SOTIEN === undefined) && MOTA === '' && HAUGIANG?.fee === undefined) findings.refuse(`${at}.PHILEPHI[${index}].SOTIEN`, 'field.missing');
    othersOf(more, `${at}.PHILEPHI[${index}]`, findings);
  }
  const rows = PHILEPHI.map(({ MAPHILEPHI, SOTIEN, DONVI, MOTA, ...more }) => ({ MAPHILEPHI, SOTIEN: SOTIEN ?? null, DONVI, MOTA, ...othersOf(more, '', { notTaken: () => undefined }).others }));
  const own = HAUGIANG?.fee;
  if (own !== undefined && !alike(feesToSend(own), rows)) findings.refuse(`${at}.HAUGIANG.fee`, 'import.disagrees');
  return own ?? feeFromSent(rows);
};

const channelOf = ({ at, channel, time }: Row, named: string | undefined, findings: Findings): CaseChannel => {
  const { THOIGIANGIAIQUYET: _amount, DONVITINH: _unit, MOTA, PHILEPHI: _fees, HAUGIANG: own, ...more } = time;
  const term = termOf(time, at, findings);
  const others = othersOf(more, at, findings);
  const fee = feeOf(time, at, findings);
  // a row that gives nothing but the name of its case is a row all the same
  const bare = own === undefined && term === undefined && fee.kind === 'not-stated' && others.others === undefined;
  return {
    channel, fee, reading: own?.reading ?? 'stated', ...(term === undefined ? {} : { term }), ...(own?.note === undefined ? {} : { note: own.note }), ...(own?.feeDue === undefined ? {} : { feeDue: own.feeDue }),
    ...(own?.inWords === true || MOTA !== named || bare ? { wording: MOTA } : {}), ...others,
  };
};

/** Papers of every case. The same paper has one id wherever it is asked for. */
const groupsOf = ({ THANHPHANHOSO }: NationalProcedure, findings: Findings): Group[] => {
  const ids = new Map<string, string>();
  return THANHPHANHOSO.map(({ TRUONGHOP, GIAYTO, HAUGIANG: group, ...more }, g): Group => {
    const at = `THANHPHANHOSO[${g}]`;
    without(more, at, findings);
    const taken = new Set<string>();
    const papers = GIAYTO.map(({ MAGIAYTO, TENGIAYTO, TENMAUDON, URL, HAUGIANG: own, ...rest }, p): Paper => {
      const told = {
        name: TENGIAYTO, ...(MAGIAYTO === '' ? {} : { code: MAGIAYTO }), ...(TENMAUDON === '' && URL === '' ? {} : { form: { ...(TENMAUDON === '' ? {} : { name: TENMAUDON }), ...(URL === '' ? {} : { url: URL }) } }), ...othersOf(rest, `${at}.GIAYTO[${p}]`, findings),
      };
      const same = JSON.stringify(told);
      const known = ids.get(same) ?? `giay-to-${ids.size + 1}`;
      ids.set(same, known);
      return { id: own?.id ?? freshId(known, taken), required: own?.required ?? true, ...(own?.note === undefined ? {} : { note: own.note }), ...told };
    });
    return { papers, name: TRUONGHOP, cases: group?.cases };
  });
};

/** The cases our own extension names, with the papers of the group each is in. */
const ownCases = (named: NonNullable<NationalProcedure['HAUGIANG']>['cases'], groups: readonly Group[], { refuse }: Findings): ProcedureCase[] => {
  for (const [g, group] of groups.entries()) {
    if (group.cases === undefined) refuse(`THANHPHANHOSO[${g}].HAUGIANG`, 'field.missing');
    else for (const [index, id] of group.cases.entries()) if (!named.some((one) => one.id === id)) refuse(`THANHPHANHOSO[${g}].HAUGIANG.cases[${index}]`, 'field.not-listed');
  }
  return named.map((one) => ({ ...one, channels: [], papers: groups.find(({ cases = [] }) => cases.includes(one.id))?.papers ?? [] }));
};

const everyCase = { vi: 'Mọi trường hợp', en: 'Every case' };

/**
 * The cases a record of others has: those of its papers; where it has one list of papers and several times through a
 * channel, each time is a case, named as the time is described. `told` is what a time has to say to be meant for the case alone.
 */
const readCases = (groups: readonly Group[], rows: readonly Row[], { refuse }: Findings): { readonly one: ProcedureCase; readonly told: string | undefined }[] => {
  const taken = new Set<string>();
  const made = (told: string, index: number, { papers, papersAs }: { papers: Paper[]; papersAs?: string }) =>
    ({ told, one: { id: freshId(slug(told, `truong-hop-${index + 1}`), taken), name: told === '' ? everyCase : { vi: told, en: told }, channels: [], papers, ...(papersAs === undefined ? {} : { papersAs }) } });
  const [only, ...more] = groups;
  if (only !== undefined && more.length > 0) {
    return groups.map(({ name, papers }, g) => {
      if (groups.some((other, at) => at < g && other.name === name)) refuse(`THANHPHANHOSO[${g}].TRUONGHOP`, 'import.case-unclear');
      return { ...made(name, g, { papers, ...(name === '' || papers.length === 0 ? { papersAs: name } : {}) }), told: name === '' ? undefined : name };
    });
  }
  const busy = new Set(rows.filter(({ channel }) => rows.filter((row) => row.channel === channel).length > 1).map(({ time }) => time.MOTA));
  if (busy.size > 1) return [...busy].map((told, index) => made(told, index, { papers: only?.papers ?? [], ...(only === undefined ? {} : { papersAs: only.name }) }));
  const name = only?.name ?? '';
  return [{ ...made(name, 0, { papers: only?.papers ?? [], ...(only === undefined || (name !== '' && only.papers.length > 0) ? {} : { papersAs: name }) }), told: name === '' ? undefined : name }];
};

/** The structured cases of a record: each with its channels and papers, or a refusal where the record does not say which case is meant. */
export const casesOf = (sent: NationalProcedure, findings: Findings): ProcedureCase[] => {
  const groups = groupsOf(sent, findings);
  const rows = sent.CACHTHUCTHUCHIEN.flatMap(({ KENH, THOIGIAN }, c) => THOIGIAN.map((time, t): Row => ({ at: `CACHTHUCTHUCHIEN[${c}].THOIGIAN[${t}]`, channel: channels[KENH], time })));
  const cases = sent.HAUGIANG === undefined ? readCases(groups, rows, findings) : ownCases(sent.HAUGIANG.cases, groups, findings).map((one) => ({ one, told: one.name.vi }));
  const give = (row: CaseChannel, to: readonly ProcedureCase[], at: string): void => {
    if (to.some((one) => one.channels.some(({ channel }) => channel === row.channel))) findings.refuse(at, 'import.case-unclear');
    else for (const one of to) one.channels.push(row);
  };
  for (const row of rows) {
    const { at, time } = row;
    const id = time.HAUGIANG?.case;
    const meant = cases.find(({ one, told }) => (sent.HAUGIANG === undefined ? told === time.MOTA : one.id === id));
    if (id !== undefined && meant === undefined) findings.refuse(`${at}.HAUGIANG.case`, 'field.not-listed');
    else give(channelOf(row, meant?.one.name.vi, findings), meant === undefined ? cases.map(({ one }) => one) : [meant.one], `${at}.MOTA`);
  }
  for (const [c, { KENH, THOIGIAN, ...more }] of sent.CACHTHUCTHUCHIEN.entries()) {
    without(more, `CACHTHUCTHUCHIEN[${c}]`, findings);
    // a way to file of which nothing is said is offered all the same
    if (THOIGIAN.length === 0) give({ channel: channels[KENH], fee: { kind: 'not-stated' }, reading: 'stated' }, cases.map(({ one }) => one), `CACHTHUCTHUCHIEN[${c}].KENH`);
  }
  if (cases.some(({ one }) => one.channels.length === 0)) findings.refuse('CACHTHUCTHUCHIEN', 'field.missing');
  return cases.map(({ one }) => one);
};
