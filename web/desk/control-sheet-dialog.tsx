import { useEffect, useState } from 'preact/hooks';
import type { ControlSheet } from '../../shared/contracts/form-routes.ts';
import { verdictNames } from '../../shared/contracts/register-table.ts';
import type { ProblemBody } from '../../shared/contracts/problems.ts';
import { spelledInstant } from '../../shared/kernel/spelled-time.ts';
import { call } from '../client/client.ts';
import { useLanguage } from '../components/language.ts';
import { Skeleton } from '../components/skeleton.tsx';
import type { Language } from '../messages/translator.ts';
import { DeskProblem } from './desk-problem.tsx';
import { Facts } from './facts.tsx';
import { at, FormFrame, useFormTexts } from './form-frame.tsx';

/** As the form spells it in Vietnamese; shorter in English, in which there is no form. */
const spelled = (instant: string, language: Language): string => (language === 'vi' ? spelledInstant(new Date(instant)) : at(instant, language));

const Hand = ({ instant, who }: { readonly instant: string | undefined; readonly who: string | undefined }) => {
  const t = useFormTexts();
  const language = useLanguage();
  return instant === undefined ? <em>{t('notYet')}</em> : <>{spelled(instant, language)}{who !== undefined && <><br />{who}</>}</>;
};

/** The control sheet of a dossier as it stands now; the one issued when the result was handed over lies among its documents. */
export const ControlSheetDialog = ({ dossierId, onClose }: { readonly dossierId: string; readonly onClose: () => void }) => {
  const t = useFormTexts();
  const language = useLanguage();
  const [sheet, setSheet] = useState<ControlSheet>();
  const [problem, setProblem] = useState<ProblemBody>();
  const read = (): void => { void call('getControlSheet', { params: { dossierId } }).then((answer) => { if (answer.ok) setSheet(answer.body); else setProblem(answer.problem); }); };
  useEffect(read, [dossierId]);
  return (
    <FormFrame title={t('controlSheet')} form={sheet} onClose={onClose}>
      {problem !== undefined && <DeskProblem problem={problem} onRetry={read} />}
      {sheet === undefined ? problem === undefined && <Skeleton lines={6} /> : (
        <>
          <Facts facts={[
            { label: t('number'), value: sheet.number ?? sheet.trackingCode }, { label: t('procedure'), value: sheet.procedure[language] }, { label: t('applicant'), value: sheet.applicantName },
            { label: t('receivedAt'), value: sheet.receivedAt && spelled(sheet.receivedAt, language) }, { label: t('dueAt'), value: sheet.dueAt && spelled(sheet.dueAt, language) },
            { label: t('finishedAt'), value: sheet.finishedAt && spelled(sheet.finishedAt, language) }, { label: t('result'), value: sheet.verdict && verdictNames[sheet.verdict][language] },
          ]} />
          <div class="form-scroll" tabIndex={0} role="region" aria-label={t('controlSheet')}>
            <table class="form-table">
              <thead><tr>{(['ordinal', 'step', 'handed', 'received', 'result', 'note'] as const).map((name) => <th key={name} scope="col">{t(name)}</th>)}</tr></thead>
              <tbody>
                {sheet.rows.map((row, index) => (
                  <tr key={index}>
                    <td>{index + 1}</td><th scope="row">{row.step[language]}<br /><span class="small">{row.agency}</span></th>
                    <td><Hand instant={row.handedAt} who={row.giver} /></td><td><Hand instant={row.receivedAt} who={row.receiver} /></td>
                    <td>{row.verdict === undefined ? '' : verdictNames[row.verdict][language]}</td><td>{row.note === undefined ? '' : t('sentBack', { reason: row.note })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </FormFrame>
  );
};
