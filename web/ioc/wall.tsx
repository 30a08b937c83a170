import { useEffect, useState } from 'preact/hooks';
import type { TileView } from '../../shared/contracts/tile.ts';
import { useCommon, useLanguage } from '../components/language.ts';
import { Wordmark } from '../components/wordmark.tsx';
import { addresses } from '../format/addresses.ts';
import { dayText, shortDayText, timeText } from '../format/dates.ts';
import type { Language } from '../messages/translator.ts';
import { AgencyTile } from './agency-tile.tsx';
import { Figure } from './figure.tsx';
import { byAgency, countText, dayFigures, shareText, toneOf } from './figures.ts';
import { useTexts } from './messages.ts';
import { TileFrame } from './tile-frame.tsx';
import { ReportsDoor } from './reports/reports-door.tsx';
import { useTile } from './use-tile.ts';

const TODAY = 'ho-so-hom-nay';
const KEPT = 'giu-loi-hen-thang-nay';

/** The time, to the minute; it also makes stale tiles look stale. */
const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => { setNow(new Date()); }, 10_000);
    return () => { clearInterval(timer); };
  }, []);
  return now;
};

const TodayFigures = ({ tile }: { readonly tile: TileView }) => {
  const t = useTexts();
  const language = useLanguage();
  const { submitted, received, onTime, late, done, running, carried } = dayFigures(tile);
  const text = (count: number): string => countText(count, language);
  const lateAgencies = byAgency(tile).filter((agency) => agency.late > 0).length;
  return (
    <>
      <h2>{t('today')}</h2>
      <div class="figures">
        <Figure label={t('received')} value={text(received)} note={t('receivedNote', { submitted: text(submitted) })} />
        <Figure label={t('onTime')} value={text(onTime)} tone={done > 0 && late === 0 ? 'ok' : 'plain'} note={done === 0 ? t('onTimeNone') : t('onTimeNote', { share: shareText(onTime / done, language), done: text(done) })} />
        <Figure label={t('late')} value={text(late)} tone={toneOf(tile, 'late', late)} note={late === 0 ? t('lateNone') : t('lateNote', { agencies: text(lateAgencies) })} />
        <Figure label={t('running')} value={text(running)} note={t('runningNote', { carried: text(carried) })} />
      </div>
    </>
  );
};

const KeptFigure = ({ tile }: { readonly tile: TileView }) => {
  const t = useTexts();
  const language = useLanguage();
  const kept = tile.rows[0]?.['kept'];
  const finished = Number(tile.totals['finished'] ?? 0);
  return typeof kept === 'number'
    ? <Figure label={t('kept')} value={shareText(kept, language)} tone={toneOf(tile, 'kept', kept)} note={t('keptNote', { finished: countText(finished, language), day: shortDayText(tile.period.from, language) })} />
    : <Figure label={t('kept')} value="–" note={t('keptNone')} />;
};

/** Dossiers: the figures of the day, then by agency. */
const Dossiers = ({ now }: { readonly now: Date }) => {
  const t = useTexts();
  const today = useTile(TODAY);
  const kept = useTile(KEPT);
  return (
    <main id="main" class="wall">
      <h1 class="visually-hidden">{t('title')}</h1>
      <TileFrame class="tile-today" name={t('today')} state={today} now={now}>{(tile) => <TodayFigures tile={tile} />}</TileFrame>
      <TileFrame class="tile-kept" name={t('kept')} state={kept} now={now}>{(tile) => <KeptFigure tile={tile} />}</TileFrame>
      <TileFrame class="tile-agencies" name={t('byAgency')} state={today} now={now}>{(tile) => <AgencyTile tile={tile} />}</TileFrame>
    </main>
  );
};

const asksForReports = (): boolean => new URLSearchParams(location.search).get('trang') === 'phan-anh';

/** The wall: one page of dossiers, one of reports; each understood in three seconds. */
export const Wall = ({ onLanguage }: { readonly onLanguage: (language: Language) => void }) => {
  const t = useTexts();
  const common = useCommon();
  const language = useLanguage();
  const other: Language = language === 'vi' ? 'en' : 'vi';
  const now = useNow();
  const reports = asksForReports();
  const iso = now.toISOString();
  return (
    <>
      <header class="wall-head">
        <Wordmark province={common('province')} service={t('title')} href={addresses.operations} />
        <nav class="wall-pages" aria-label={t('pages')}>
          <a href={addresses.operations} aria-current={reports ? undefined : 'page'}>{t('pageDossiers')}</a>
          <a href={`${addresses.operations}?trang=phan-anh`} aria-current={reports ? 'page' : undefined}>{t('pageReports')}</a>
        </nav>
        <p class="wall-time"><time dateTime={iso}>{timeText(iso)}</time> <span>{dayText(iso, language)}</span></p>
        <button type="button" class="wall-language" lang={other} onClick={() => { onLanguage(other); }}>{t('language')}</button>
      </header>
      {reports ? <ReportsDoor now={now} /> : <Dossiers now={now} />}
    </>
  );
};
