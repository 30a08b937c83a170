import type { CounterFiling, ShownIdentity } from '../../../shared/contracts/counter-filing.ts';
import { answerProblems } from '../../../shared/contracts/answer-problems.ts';
import type { ProblemBody } from '../../../shared/contracts/problems.ts';
import type { Answer } from '../../client/contract-types.ts';
import type { CheckedUpload } from '../../client/upload.ts';
import type { FormError } from '../../components/error-summary.tsx';
import { counterText } from '../../messages/counter.ts';
import type { Language } from '../../messages/translator.ts';
import { faultsOnPage, sentAnswers } from '../../portal/apply/validation.ts';

type Procedure = Answer<'getProcedure'>;
export type Counts = { readonly original: string; readonly copy: string; readonly electronic: string };
export type CounterDraft = {
  readonly procedure: string; readonly caseId: string; readonly agency: string;
  readonly name: string; readonly kind: ShownIdentity['kind']; readonly number: string; readonly phone: string; readonly email: string;
  readonly identityChecked: boolean; readonly consentGiven: boolean;
  readonly answers: Readonly<Record<string, string>>; readonly counts: Readonly<Record<string, Counts>>; readonly scans: Readonly<Record<string, CheckedUpload>>;
};
export const noCounts: Counts = { original: '', copy: '', electronic: '' };
export const emptyDraft = (agency: string): CounterDraft => ({
  procedure: '', caseId: '', agency, name: '', kind: 'citizen-id', number: '', phone: '', email: '', identityChecked: false, consentGiven: false, answers: {}, counts: {}, scans: {},
});

export const procedureIn = (typed: string): string | undefined => /[1-3]\.\d{6}/.exec(typed)?.[0];
export const agencyIn = (typed: string): string | undefined => /[A-Z]\d{2}(\.[A-Z0-9]+)*/.exec(typed)?.[0];

/** The cases that take dossiers at the desk. */
export const directCases = (procedure: Procedure): Procedure['cases'] => procedure.cases.filter(({ channels }) => channels.some(({ channel }) => channel === 'direct'));
export const caseOf = (procedure: Procedure, { caseId }: CounterDraft): Procedure['cases'][number] | undefined => {
  const cases = directCases(procedure);
  return cases.length === 1 ? cases[0] : cases.find(({ id }) => id === caseId);
};

const countOf = (typed: string): number | undefined => (typed.trim() === '' ? 0 : /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : undefined);
const shapes = { 'citizen-id': /^\d{12}$/, 'old-identity-card': /^\d{9}$/, passport: /^[A-Z0-9]{6,12}$/ } as const;
const numberOf = ({ number }: CounterDraft): string => number.replace(/[\s.-]/g, '').toUpperCase();

/** What forms ask of the applicant that the desk has asked already. */
const askedAgain = { name: 'applicant-name', number: 'applicant-national-id', phone: 'applicant-phone', email: 'applicant-email' } as const;
/** Who is typed once stands in the form too, until somebody writes something else there. */
export const withApplicant = (now: CounterDraft, part: Partial<CounterDraft>): Partial<CounterDraft> => {
  const followed = (Object.keys(askedAgain) as (keyof typeof askedAgain)[]).flatMap((key) => (part[key] === undefined || (now.answers[askedAgain[key]] ?? '') !== now[key] ? [] : [[askedAgain[key], part[key]] as const]));
  return { ...part, answers: { ...now.answers, ...Object.fromEntries(followed) } };
};

/** What keeps the filing from being sent, in the order of the page; the province checks the same again. */
export const faultsOf = (draft: CounterDraft, procedure: Procedure | undefined, language: Language): readonly FormError[] => {
  const t = counterText(language);
  if (procedure === undefined) return [{ field: 'quay-thu-tuc', text: t('procedureMissing') }];
  const chosen = caseOf(procedure, draft);
  const papers = (chosen?.papers ?? []).flatMap(({ id, name, required }): FormError[] => {
    const counts = Object.values(draft.counts[id] ?? noCounts).map(countOf);
    const label = name.slice(0, 90);
    if (counts.some((count) => count === undefined)) return [{ field: `giay-${id}`, text: t('countWrong'), label }];
    return required && draft.scans[id] === undefined && counts.every((count) => count === 0) ? [{ field: `giay-${id}`, text: t('paperMissing'), label }] : [];
  });
  return [
    ...(chosen === undefined ? [{ field: 'quay-truong-hop', text: t('caseMissing') }] : []), ...(agencyIn(draft.agency) === undefined ? [{ field: 'quay-co-quan', text: t('agencyMissing') }] : []),
    ...(draft.name.trim() === '' ? [{ field: 'quay-ten', text: t('nameMissing') }] : []),
    ...(shapes[draft.kind].test(numberOf(draft)) ? [] : [{ field: 'quay-so', text: draft.kind === 'passport' ? t('passportWrong') : answerProblems['answer.national-id'][language] }]),
    ...(draft.identityChecked ? [] : [{ field: 'quay-doi-chieu', text: t('identityMissing') }]), ...(draft.consentGiven ? [] : [{ field: 'quay-dong-y', text: t('consentMissing') }]),
    ...procedure.form.flatMap((page) => faultsOnPage(page, draft, language)), ...papers,
  ];
};

/** The filing as it is sent. */
export const requestOf = (draft: CounterDraft, procedure: Procedure): CounterFiling => {
  const papers = caseOf(procedure, draft)?.papers ?? [];
  const phone = draft.phone.trim();
  const email = draft.email.trim();
  return {
    procedure: procedure.code, case: caseOf(procedure, draft)?.id ?? '', agency: agencyIn(draft.agency) ?? '', answers: sentAnswers(procedure.form, draft),
    applicant: { name: draft.name.normalize('NFC').trim(), identity: { kind: draft.kind, number: numberOf(draft) }, ...(phone === '' ? {} : { phone }), ...(email === '' ? {} : { email }) },
    identityChecked: draft.identityChecked, consentGiven: draft.consentGiven,
    components: papers.flatMap(({ id }) => { const [original = 0, copy = 0, electronic = 0] = [draft.counts[id]?.original, draft.counts[id]?.copy, draft.counts[id]?.electronic].map((typed) => countOf(typed ?? '') ?? 0); return original + copy + electronic === 0 ? [] : [{ paperId: id, original, copy, electronic }]; }),
    attachments: papers.flatMap(({ id }) => { const scan = draft.scans[id]; return scan === undefined ? [] : [{ paperId: id, uploadId: scan.uploadId }]; }),
  };
};

const fields: Readonly<Record<string, string>> = { procedure: 'quay-thu-tuc', case: 'quay-truong-hop', agency: 'quay-co-quan', identityChecked: 'quay-doi-chieu', consentGiven: 'quay-dong-y' };
const applicantFields: Readonly<Record<string, string>> = { name: 'quay-ten', identity: 'quay-so', phone: 'quay-dien-thoai', email: 'quay-thu' };

/** The field errors of the province's answer, each at the control it speaks of. */
export const faultsOfAnswer = (problem: ProblemBody, sent: CounterFiling, language: Language): readonly FormError[] => (problem.errors ?? []).flatMap((error) => {
  const [, , part = '', name = '', inner = ''] = error.pointer.split('/');
  const paperId = part === 'attachments' || part === 'components' ? (/^\d+$/.test(name) ? sent[part][Number(name)]?.paperId : name) : undefined;
  const field = part === 'answers' ? name : part === 'applicant' ? applicantFields[name] : paperId === undefined ? fields[part] : `giay-${paperId}`;
  return field === undefined || inner === 'kind' ? [] : [{ field, text: error[language] }];
});
