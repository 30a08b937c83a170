import { useState } from 'preact/hooks';
import type { StepVisitView } from '../../shared/contracts/dossier-steps.ts';
import type { DeskDossierView } from '../../shared/contracts/dossier.ts';
import { Button } from '../components/button.tsx';
import { useLanguage } from '../components/language.ts';
import { shortDayText, timeText } from '../format/dates.ts';
import { FormsDoor } from './forms-door.tsx';
import { useRoleName } from './roles.ts';
import { useStepTexts } from './steps-texts.ts';

const verdictWords = { early: 'early', 'on-time': 'onTime', late: 'late', running: 'running', overdue: 'overdue' } as const;

/** Where a stay stands on the way; the one not left yet is where the dossier is now. */
const stateOf = ({ handedAt, leftAt }: StepVisitView): 'done' | 'now' | 'ahead' => (handedAt === undefined ? 'ahead' : leftAt === undefined ? 'now' : 'done');

/** How much of its time a step has used, drawn; beyond its end the bar is full and red. */
const Used = ({ used }: { readonly used: number }) => {
  const t = useStepTexts();
  return <div class={`step-used${used > 100 ? ' step-used-over' : used >= 75 ? ' step-used-near' : ''}`} role="img" aria-label={t('used', { used })}><span style={{ width: `${Math.min(100, Math.max(2, used))}%` }} /></div>;
};

const Stay = ({ visit }: { readonly visit: StepVisitView }) => {
  const t = useStepTexts();
  const language = useLanguage();
  const roleName = useRoleName();
  const at = (instant: string): string => `${timeText(instant)} ${shortDayText(instant, language)}`;
  const { name, role, share, handedAt, giver = '', receivedAt, receiver = '', leftAt, dueAt, verdict, outcome, reason, warned, used } = visit;
  const state = stateOf(visit);
  return (
    <li class={`step step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <p class="step-head"><strong>{name[language]}</strong>{verdict !== undefined && <span class={`step-verdict step-${verdict}`}>{t(verdictWords[verdict])}</span>}{state === 'ahead' && <span class="small">{t('ahead')}</span>}</p>
      <p class="small">{t('owner', { role: roleName(role) })}{share > 0 && ` · ${t('share', { share: String(share) })}`}{warned.map((threshold) => <span key={threshold}> · {t('warned', { threshold })}</span>)}</p>
      {used !== undefined && state !== 'ahead' && <Used used={used} />}
      {handedAt !== undefined && (
        <ul class="step-times small">
          <li>{t('handed', { time: at(handedAt), who: giver })}</li>
          <li>{receivedAt === undefined ? <em>{t('notReceived')}</em> : t('received', { time: at(receivedAt), who: receiver })}</li>
          {dueAt !== undefined && <li>{t('due', { time: at(dueAt) })}</li>}
          {leftAt !== undefined && <li>{t('left', { time: at(leftAt) })}</li>}
        </ul>
      )}
      {outcome === 'sent-back' && <p class="typed small">{t('sentBack', { reason: reason ?? '' })}</p>}
    </li>
  );
};

/** The way through the agency's own steps: who had the dossier when, and whether each step kept its share of the term. */
export const Steps = ({ view: { internalSteps, dossierId } }: { readonly view: DeskDossierView }) => {
  const t = useStepTexts();
  const [sheet, setSheet] = useState(false);
  if (internalSteps === undefined) return null;
  return (
    <section class="dossier-section" aria-labelledby="cac-buoc">
      <h3 id="cac-buoc">{t('steps')}</h3>
      <p class="small">{t('stepsText')}</p>
      <ol class="steps">{internalSteps.map((visit, index) => <Stay key={`${visit.id}-${index}`} visit={visit} />)}</ol>
      <Button kind="secondary" small onClick={() => { setSheet(true); }}>{t('controlSheet')}</Button>
      {sheet && <FormsDoor dossierId={dossierId} onClose={() => { setSheet(false); }} />}
    </section>
  );
};
