import type { CodedName, Fee, FormPage, Paper, ProcedureCase, ProcedureEdition, Question } from '../../shared/contracts/procedure.ts';
import { defaultSteps, type InternalStep } from '../../shared/contracts/internal-steps.ts';
import type { Term } from '../../shared/kernel/working-time/term.ts';
import type { Language } from '../messages/translator.ts';
import { procedureDiffText } from '../messages/procedure-diff.ts';
import { feeText, termText } from './catalogue-text.ts';
import { lateText } from './late-text.ts';

/** One difference between two versions: what it is about, and how it was and is put in words. Added things have no `before`, removed ones no `after`. */
export type Difference = { readonly about: string; readonly before?: string | undefined; readonly after?: string | undefined };

/** `public`: what an applicant notices. `all`: what a reviewer must see as well. */
export type DiffScope = 'public' | 'all';

type Text = ReturnType<typeof procedureDiffText>;
type Context = { readonly language: Language; readonly t: Text };
type Named<T> = { readonly id: string; readonly of: T };

const changed = (about: string, before: string | undefined, after: string | undefined): Difference[] => (before === after ? [] : [{ about, before, after }]);

/** Things with an id on both sides, matched; `both` tells what changed in one that stayed. */
const matched = <T,>(before: readonly Named<T>[], after: readonly Named<T>[], tell: { readonly added: (of: T) => Difference[]; readonly removed: (of: T) => Difference[]; readonly both: (was: T, is: T) => Difference[] }): Difference[] => {
  const was = new Map(before.map(({ id, of }) => [id, of]));
  const is = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap(({ id, of }) => { const old = was.get(id); return old === undefined ? tell.added(of) : tell.both(old, of); }),
    ...before.filter(({ id }) => !is.has(id)).flatMap(({ of }) => tell.removed(of)),
  ];
};

const byId = <T extends { readonly id: string }>(all: readonly T[]): Named<T>[] => all.map((of) => ({ id: of.id, of }));

const termWords = (term: Term | undefined, { language, t }: Context): string =>
  term === undefined ? t('termInWords') : [termText(term, language), lateText(term, language)].filter(Boolean).join('. ');
const feeWords = (fee: Fee, { language }: Context): string => [feeText(fee, language), ...(fee.kind === 'items' ? fee.items.flatMap(({ code }) => (code === undefined ? [] : [`[${code}]`])) : [])].join(' ');
/** `online` names a field of the version as well, so its channel is a word of its own. */
const channelWord = (channel: 'direct' | 'online' | 'post', t: Text): string => (channel === 'online' ? t('onlineChannel') : t(channel));
const yesNo = (value: boolean, { t }: Context): string => t(value ? 'yes' : 'no');

const channelDifferences = (was: ProcedureCase, is: ProcedureCase, context: Context): Difference[] => {
  const { language, t } = context;
  const of = is.name[language];
  const place = (channel: 'direct' | 'online' | 'post') => ({ of, channel: channelWord(channel, t) });
  const named = ({ channels }: ProcedureCase) => channels.map((row) => ({ id: row.channel, of: row }));
  return matched(named(was), named(is), {
    added: ({ channel, term, fee }) => [{ about: t('channelOf', { of }), after: `${channelWord(channel, t)}: ${termWords(term, context)}; ${feeWords(fee, context)}` }],
    removed: ({ channel }) => [{ about: t('channelOf', { of }), before: channelWord(channel, t) }],
    both: (old, row) => [
      ...changed(t('termOf', place(row.channel)), termWords(old.term, context), termWords(row.term, context)),
      ...changed(t('feeOf', place(row.channel)), feeWords(old.fee, context), feeWords(row.fee, context)),
      ...changed(t('feeDueOf', place(row.channel)), t(old.feeDue ?? 'feeDueOpen'), t(row.feeDue ?? 'feeDueOpen')),
      ...changed(t('readingOf', place(row.channel)), t(old.reading), t(row.reading)),
      ...changed(t('noteOf', place(row.channel)), old.note?.[language], row.note?.[language]),
      ...changed(t('wordingOf', place(row.channel)), old.wording, row.wording),
    ],
  });
};

const paperDifferences = (was: readonly Paper[], is: readonly Paper[], of: string, { language, t }: Context): Difference[] => {
  const about = t('paperOf', { of });
  const words = ({ name, required, code }: Paper): string => `${name} (${t(required ? 'required' : 'optional')}${code === undefined ? '' : `, ${code}`})`;
  const formWords = ({ form }: Paper): string | undefined => (form === undefined ? undefined : [form.name, form.url].filter(Boolean).join(' ') || undefined);
  return matched(byId(was), byId(is), {
    added: (paper) => [{ about, after: words(paper) }],
    removed: (paper) => [{ about, before: words(paper) }],
    both: (old, paper) => [...changed(about, words(old), words(paper)), ...changed(t('paperNote', { of: paper.name }), old.note?.[language], paper.note?.[language]), ...changed(t('paperForm', { of: paper.name }), formWords(old), formWords(paper))],
  });
};

const caseDifferences = (was: readonly ProcedureCase[], is: readonly ProcedureCase[], context: Context): Difference[] => {
  const { language, t } = context;
  const words = (one: ProcedureCase): string => `${one.name[language]} (${one.channels.map(({ channel, term }) => `${channelWord(channel, t)}: ${termWords(term, context)}`).join('; ')})`;
  return matched(byId(was), byId(is), {
    added: (one) => [{ about: t('case'), after: words(one) }],
    removed: (one) => [{ about: t('case'), before: words(one) }],
    both: (old, one) => [
      ...changed(t('caseName'), old.name[language], one.name[language]), ...channelDifferences(old, one, context),
      ...paperDifferences(old.papers, one.papers, one.name[language], context),
    ],
  });
};

const questionWords = ({ label, required, kind, options = [] }: Question, { language, t }: Context): string =>
  `${label[language]} (${t(kind)}, ${t(required ? 'required' : 'optional')}${options.length === 0 ? '' : `: ${options.map((option) => option.label[language]).join(', ')}`})`;

const formDifferences = (was: readonly FormPage[], is: readonly FormPage[], context: Context): Difference[] => {
  const { language, t } = context;
  const questions = (form: readonly FormPage[]) => byId(form.flatMap((page) => page.questions));
  return [
    ...changed(t('formPages'), was.map(({ title }) => title[language]).join('; '), is.map(({ title }) => title[language]).join('; ')),
    ...matched(questions(was), questions(is), {
      added: (question) => [{ about: t('question'), after: questionWords(question, context) }],
      removed: (question) => [{ about: t('question'), before: questionWords(question, context) }],
      both: (old, question) => [
        ...changed(t('question'), questionWords(old, context), questionWords(question, context)),
        ...changed(t('questionHint', { of: question.label[language] }), old.hint?.[language], question.hint?.[language]),
      ],
    }),
  ];
};

const stepWords = (steps: readonly InternalStep[] | undefined, { language, t }: Context): string =>
  (steps ?? defaultSteps).map(({ name, role, share }) => `${name[language]} (${t(role)}, ${share} %)`).join(' → ');

const receiverWords = ({ receivedBy }: ProcedureEdition, { t }: Context): string =>
  receivedBy.kind === 'level' ? t(receivedBy.level === 'commune' ? 'everyCommune' : 'everyDistrict') : receivedBy.agencies.join(', ');

const answerWords = ({ supplement }: ProcedureEdition, { t }: Context): string | undefined =>
  supplement === undefined ? undefined : t('supplementWords', { rounds: supplement.mostRounds ?? 0, amount: supplement.answerWithin?.amount ?? 0, unit: t(supplement.answerWithin?.unit ?? 'DAY') });

const namesOf = (list: readonly CodedName[] | undefined): string | undefined => list?.map(({ name, code }) => (name === '' ? code : code === '' ? name : `${name} (${code})`)).join(', ') || undefined;

/** What the national record says of a procedure beside its cases. */
const nationalDifferences = (was: ProcedureEdition, is: ProcedureEdition, { t }: Context): Difference[] => {
  const applicants = ({ applicants: who }: ProcedureEdition): string | undefined => [namesOf(who?.groups), who?.text].filter(Boolean).join('. ') || undefined;
  const ways = ({ proceeding = [] }: ProcedureEdition) => proceeding.map((of, index) => ({ id: of.name || String(index), of }));
  const steps = ({ steps: all }: NonNullable<ProcedureEdition['proceeding']>[number]): string => all.map(({ text }) => text).join('; ');
  return [
    ...changed(t('conditions'), was.conditions, is.conditions), ...changed(t('applicants'), applicants(was), applicants(is)),
    ...changed(t('executedBy'), namesOf(was.executedBy), namesOf(is.executedBy)), ...changed(t('results'), namesOf(was.results), namesOf(is.results)),
    ...matched(ways(was), ways(is), {
      added: (way) => [{ about: t('proceeding', { of: way.name }), after: steps(way) }], removed: (way) => [{ about: t('proceeding', { of: way.name }), before: steps(way) }],
      both: (old, way) => changed(t('proceeding', { of: way.name }), steps(old), steps(way)),
    }),
  ];
};

/** What is kept of the national record and never read as words: its codes, and members without a name here. */
const codesOf = ({ national, cases, legalBasis, applicants, executedBy, results, proceeding }: ProcedureEdition): string => {
  const kept = [
    ...[...legalBasis, ...applicants?.groups ?? [], ...executedBy ?? [], ...results ?? [], ...proceeding ?? [], ...(proceeding ?? []).flatMap(({ steps }) => steps)].map(({ others }) => others),
    ...cases.flatMap(({ papersAs, papers, channels }) => [papersAs, ...[...papers, ...channels, ...channels.flatMap(({ fee }) => (fee.kind === 'items' ? fee.items : []))].map(({ others }) => others)]),
  ];
  return JSON.stringify([national, ...kept.filter((some) => some !== undefined)]);
};

/** What only the agency and a reviewer see of a version. */
const innerDifferences = (was: ProcedureEdition, is: ProcedureEdition, context: Context): Difference[] => {
  const { language, t } = context;
  const wording = ({ published }: ProcedureEdition): string => JSON.stringify(published);
  const questions = ({ unsettled = [] }: ProcedureEdition) => unsettled.map((one) => ({ id: `${one.at} ${one.question.vi}`, of: one }));
  return [
    ...changed(t('steps'), stepWords(was.steps, context), stepWords(is.steps, context)),
    ...(codesOf(was) === codesOf(is) ? [] : [{ about: t('nationalCodes'), before: was.national?.publisher ?? '', after: is.national?.publisher ?? '' }]),
    ...(wording(was) === wording(is) ? [] : [{ about: t('wording'), before: was.published.term ?? '', after: is.published.term ?? '' }]),
    ...matched(questions(was), questions(is), {
      added: ({ question }) => [{ about: t('toSettle'), after: question[language] }],
      removed: ({ question }) => [{ about: t('settled'), before: question[language] }],
      both: () => [],
    }),
  ];
};

/** What changed between two versions, in words, in the order of the page. */
export const procedureDifferences = (was: ProcedureEdition, is: ProcedureEdition, language: Language, scope: DiffScope = 'all'): readonly Difference[] => {
  const context: Context = { language, t: procedureDiffText(language) };
  const { t } = context;
  const law = (edition: ProcedureEdition) => edition.legalBasis.map(({ number, title }) => ({ id: `${number} ${title}`, of: `${number} ${title}` }));
  return [
    ...changed(t('status'), t(was.status), t(is.status)), ...changed(t('successor'), was.successor, is.successor),
    ...changed(t('name'), was.name[language], is.name[language]), ...changed(t('field'), was.field[language], is.field[language]),
    ...(scope === 'all' && language === 'vi' ? [...changed(t('nameEn'), was.name.en, is.name.en), ...changed(t('fieldEn'), was.field.en, is.field.en)] : []),
    ...changed(t('level'), t(was.level), t(is.level)), ...changed(t('online'), yesNo(was.acceptsOnline, context), yesNo(is.acceptsOnline, context)),
    ...changed(t('receivers'), receiverWords(was, context), receiverWords(is, context)),
    ...nationalDifferences(was, is, context),
    ...caseDifferences(was.cases, is.cases, context), ...formDifferences(was.form, is.form, context),
    ...changed(t('supplement'), answerWords(was, context), answerWords(is, context)),
    ...matched(law(was), law(is), { added: (text) => [{ about: t('law'), after: text }], removed: (text) => [{ about: t('law'), before: text }], both: () => [] }),
    ...(scope === 'all' ? innerDifferences(was, is, context) : []),
  ];
};

/** `Thời hạn trường hợp A, trực tuyến: 3 ngày làm việc → 2 ngày làm việc`. */
export const differenceText = ({ about, before, after }: Difference, language: Language): string => {
  const t = procedureDiffText(language);
  if (before === undefined) return t('added', { about, text: after ?? '' });
  return after === undefined ? t('removed', { about, text: before }) : `${about}: ${before} → ${after}`;
};
