import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../../components/language.ts';
import { around, type MapView, wholeProvince } from '../../components/map-view.ts';
import { ProvinceMap } from '../../components/province-map.tsx';
import { areaAt, onDrawing, type Place } from '../../components/province-shape.ts';
import { reportText } from '../../messages/report.ts';
import type { Spot } from './draft.ts';

/** Near enough to tell one commune from the next, not so near that nothing is left to know it by. */
const nearWidth = 160;

/** The map a place is shown and set on; says in which commune it lies. */
export const MapPicker = ({ spot, onPick }: { readonly spot: Spot | undefined; readonly onPick: (place: Place) => void }) => {
  const language = useLanguage();
  const t = reportText(language);
  const at = spot === undefined ? undefined : onDrawing(spot);
  const [view, setView] = useState<MapView>(() => (at === undefined ? wholeProvince : around(at, nearWidth)));
  // a place found by the phone is brought into sight; one set by hand is where the hand is
  useEffect(() => { if (at !== undefined && spot?.by === 'gps') setView(around(at, nearWidth)); }, [spot]);
  const area = spot === undefined ? undefined : areaAt(spot);
  return (
    <>
      <ProvinceMap view={view} onView={setView} onPick={onPick} marked={area?.code} words={{ label: t('mapLabel'), zoomIn: t('zoomIn'), zoomOut: t('zoomOut'), scale: (length) => t('scale', { length }) }}>
        {(unit) => at !== undefined && <g class="map-pin" transform={`translate(${at.x} ${at.y}) scale(${unit * 1.2})`}><path d="M0 0c-6-8-11-13-11-20a11 11 0 1 1 22 0c0 7-5 12-11 20" /><circle cy="-20" r="4" /></g>}
      </ProvinceMap>
      {spot !== undefined && <p role="status">{area === undefined ? t('placeOutside') : t('placeIn', { area: area.name[language] })}</p>}
    </>
  );
};
