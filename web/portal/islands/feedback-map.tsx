import { useEffect, useState } from 'preact/hooks';
import { LanguageContext, pageLanguage } from '../../components/language.ts';
import { around, type MapView, wholeProvince, zoomed } from '../../components/map-view.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ProvinceMap } from '../../components/province-map.tsx';
import { onDrawing, shapes } from '../../components/province-shape.ts';
import { isOpenFeedback, nameOfFeedbackState } from '../../../shared/kernel/feedback-state.ts';
import { feedbackPath } from '../../format/feedback-addresses.ts';
import { inLanguage } from '../../format/addresses.ts';
import { registerMapText } from '../../messages/register-map.ts';
import { registerText } from '../../messages/register.ts';
import { reportText } from '../../messages/report.ts';
import { AreaFigures } from '../register/area-figures.tsx';
import { FilterForm } from '../register/filter-form.tsx';
import { FollowDoor } from '../register/follow-door.tsx';
import { type Line, ReportLine } from '../register/report-line.tsx';
import { useCategoryNames, useFilters } from '../register/use-filters.ts';
import { useTiles } from '../register/use-tiles.ts';
import { drawOver, start } from './start.ts';

const language = pageLanguage();
const t = registerMapText(language), noText = registerText(language)('noText'), words = reportText(language);
const areaWidth = 220;

type Mark = { readonly lat: number; readonly long: number };
const at = (mark: Mark): { x: number; y: number } => onDrawing(mark);

/** A group counted ahead: larger with more in it, never so large that it hides its neighbours. */
const Cluster = ({ mark, unit, onOpen }: { readonly mark: Mark & { readonly count: number }; readonly unit: number; readonly onOpen: () => void }) => {
  const { x, y } = at(mark);
  return (
    <g class="map-cluster" role="button" tabIndex={0} aria-label={t('cluster', { count: mark.count })} transform={`translate(${x} ${y}) scale(${unit})`} onClick={onOpen}
      onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); event.stopPropagation(); onOpen(); } }}>
      <circle r={Math.min(34, 16 + Math.sqrt(mark.count))} />
      <text text-anchor="middle" dominant-baseline="central" font-size="14">{mark.count > 9999 ? `${Math.floor(mark.count / 1000)}k` : mark.count}</text>
    </g>
  );
};

/** One report: a circle while it is open, a square when it is done. Opens its page; a look at it is shown below. */
const Pin = ({ pin, unit, chosen, onChoose }: { readonly pin: Line & Mark; readonly unit: number; readonly chosen: boolean; readonly onChoose: () => void }) => {
  const { x, y } = at(pin);
  const open = isOpenFeedback(pin.state);
  return (
    <g class={`map-mark ${open ? 'map-mark-open' : 'map-mark-closed'}${chosen ? ' map-mark-chosen' : ''}`} role="button" tabIndex={0} aria-pressed={chosen} transform={`translate(${x} ${y}) scale(${unit})`}
      aria-label={t('pin', { text: pin.text ?? noText, state: nameOfFeedbackState(pin.state)[language] })} onClick={onChoose}
      onKeyDown={(event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); event.stopPropagation(); onChoose(); } }}>
      <circle r="22" class="map-touch" />
      {open ? <circle r="9" /> : <rect x="-8" y="-8" width="16" height="16" />}
    </g>
  );
};

const isPlaced = (pin: Line): pin is Line & Mark => pin.lat !== undefined && pin.long !== undefined;
const viewOfArea = (code: string): MapView => { const area = shapes.find((one) => one.code === code); return area === undefined ? wholeProvince : around(area.label, areaWidth); };

const RegisterMap = () => {
  const [filters, setFilters] = useFilters();
  const categories = useCategoryNames();
  const [view, setView] = useState<MapView>(() => viewOfArea(filters.area));
  const [chosen, setChosen] = useState<string>();
  useEffect(() => { setView(viewOfArea(filters.area)); }, [filters.area]);
  const { clusters, pins, problem } = useTiles(view, filters);
  const placed = pins.filter(isPlaced);
  const one = placed.find(({ trackingCode }) => trackingCode === chosen);
  const seen = clusters.reduce((sum, { count }) => sum + count, 0) + placed.length;
  return (
    <>
      <FilterForm filters={filters} categories={categories} onFilters={setFilters} />
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <ProvinceMap view={view} onView={setView} marked={filters.area === '' ? undefined : filters.area} words={{ label: t('mapLabel'), zoomIn: words('zoomIn'), zoomOut: words('zoomOut'), scale: (length) => words('scale', { length }) }}>
        {(unit) => (
          <>
            {clusters.map((mark) => <Cluster key={`${mark.lat} ${mark.long} ${mark.count}`} mark={mark} unit={unit} onOpen={() => { setView(zoomed(around(at(mark), view.width), 0.4)); }} />)}
            {placed.map((pin) => <Pin key={pin.trackingCode} pin={pin} unit={unit} chosen={pin.trackingCode === chosen} onChoose={() => { setChosen(pin.trackingCode); }} />)}
          </>
        )}
      </ProvinceMap>
      <p class="map-legend small"><span class="legend-open">{t('legendOpen')}</span> <span class="legend-closed">{t('legendClosed')}</span> <span role="status">{t('seen', { count: seen })}</span></p>
      <div role="status">
        {one !== undefined && (
          <section class="panel" aria-label={t('chosen')}>
            <ul class="report-lines"><ReportLine line={one} categories={categories} /></ul>
            <p><a class="button button-secondary button-small" href={inLanguage(feedbackPath(one.trackingCode), language)}>{t('openReport')}</a></p>
          </section>
        )}
      </div>
      <FollowDoor filters={filters} categories={categories} />
      <AreaFigures />
    </>
  );
};

start();
drawOver('ban-do-phan-anh', <LanguageContext.Provider value={language}><RegisterMap /></LanguageContext.Provider>);
