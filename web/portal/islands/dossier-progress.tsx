import type { TrackingView } from '../../../shared/contracts/dossier.ts';
import { ClockBar } from '../../components/clock-bar.tsx';
import { useCommon, useLanguage } from '../../components/language.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { inLanguage, procedurePath } from '../../format/addresses.ts';
import { momentText, shortDayText } from '../../format/dates.ts';
import { dossierText } from '../../messages/dossier.ts';
import { nowSentence, timelineOf } from '../dossier-steps.ts';

/** Status first: what happens now, the clock, the steps, then the particulars. */
export const DossierProgress = ({ dossier, children }: { readonly dossier: TrackingView; readonly children?: preact.ComponentChildren }) => {
  const language = useLanguage();
  const words = useCommon();
  const t = dossierText(language);
  const successor = dossier.successorAgency;
  // refused or withdrawn: no clock runs any more
  const over = [3, 7].includes(dossier.state.business);
  const at = (instant: string | undefined): string | undefined => instant && momentText(instant, language);
  const particulars = [
    [t('code'), dossier.trackingCode], [t('number'), dossier.number ?? (over ? undefined : t('numberNone'))], [t('agency'), dossier.agency.name],
    [t('successor'), successor && t('successorFrom', { ...successor, from: shortDayText(successor.from, language) })],
    [t('caseName'), dossier.caseName[language]], [t('channel'), words(dossier.channel)], [t('submitted'), at(dossier.submittedAt)], [t('received'), at(dossier.receivedAt)],
  ] as const;
  return (
    <div class="with-aside">
      <div>
        <div class="panel panel-brand status-now">
          <StatusTag status={dossier.state.business} />
          <p>{nowSentence(dossier, language)}</p>
        </div>
        {!over && <section aria-labelledby="thoi-han"><h2 id="thoi-han">{t('clock')}</h2>
          {dossier.dueAt === undefined || dossier.receivedAt === undefined ? <p>{t(dossier.pauses?.at(-1)?.resumedAt === undefined && dossier.pauses !== undefined ? 'clockStands' : 'noClock')}</p>
            : <ClockBar receivedAt={dossier.receivedAt} dueAt={dossier.dueAt} finishedAt={dossier.finishedAt} now={new Date().toISOString()} punctuality={dossier.punctuality} pauses={dossier.pauses} />}
        </section>}
        <section aria-labelledby="cac-buoc"><h2 id="cac-buoc">{t('steps')}</h2><Timeline items={timelineOf(dossier, language)} /></section>
      </div>
      <aside class="panel" aria-labelledby="thu-tuc">
        <h2 class="panel-title" id="thu-tuc"><a href={inLanguage(procedurePath(dossier.procedure.code), language)}>{dossier.procedure.name[language]}</a></h2>
        <dl class="particulars">{particulars.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        {children}
      </aside>
    </div>
  );
};
