import { useLanguage } from '../../components/language.ts';
import { useAreas } from './areas.ts';
import { boxOf, contains, distanceText, metresPerDegree, projection, widened } from './projection.ts';
import type { Point } from './projection.ts';
import { useFeedbackTexts } from './texts.ts';

const width = 320;

/** In which commune, and where in it: our own outlines, indicative only. A click names a point where `onPick` is given. */
export const PlaceMap = ({ point, onPick, within }: { readonly point?: Point | undefined; readonly onPick?: (point: Point) => void; /** the commune to show while there is no point */ readonly within?: string | undefined }) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const areas = useAreas();
  const here = point === undefined ? areas.find(({ code }) => code === within) : areas.find(({ polygons }) => contains(polygons, point));
  if (areas.length === 0) return <div class="report-map report-map-empty" aria-hidden="true" />;
  const box = widened(boxOf((here === undefined ? areas : [here]).flatMap(({ polygons }) => polygons.flat())), 0.04);
  const { path, at, back, height } = projection(box, width);
  const shown = point === undefined ? undefined : at(point);
  const name = here?.name[language];
  const label = point === undefined ? t('mapChoose') : name === undefined ? t('mapOutside') : t('mapOf', { name });
  return (
    <figure class="report-map">
      <svg viewBox={`0 0 ${width} ${Math.max(1, height)}`} role="img" aria-label={label} class={onPick === undefined ? undefined : 'map-pick'} onClick={onPick === undefined ? undefined : (event) => {
        const placed = new DOMPoint(event.clientX, event.clientY).matrixTransform(event.currentTarget.getScreenCTM()?.inverse());
        const picked = back(placed.x, placed.y);
        onPick({ lat: Math.round(picked.lat * 1e5) / 1e5, long: Math.round(picked.long * 1e5) / 1e5 });
      }}>
        {areas.map((area) => <path key={area.code} class={area === here ? 'map-here' : 'map-area'} d={path(area.polygons.flat())} fill-rule="evenodd" />)}
        {shown !== undefined && <g class="map-pin"><circle cx={shown.x} cy={shown.y} r="11" /><circle cx={shown.x} cy={shown.y} r="4" class="map-pin-dot" /></g>}
      </svg>
      <figcaption class="small">{label}</figcaption>
    </figure>
  );
};

type Other = { readonly lat?: number | undefined; readonly long?: number | undefined; readonly metres: number };

/** What lies around a point, numbered as in the list beside it; rings tell the metres. */
export const Vicinity = ({ point, others, title }: { readonly point: Point; readonly others: readonly Other[]; /** what the drawing shows, in other words */ readonly title?: string }) => {
  const t = useFeedbackTexts();
  const language = useLanguage();
  const reach = Math.max(30, ...others.map(({ metres }) => metres)) * 1.25;
  const [north, east] = [reach / metresPerDegree, reach / (metresPerDegree * Math.cos((point.lat * Math.PI) / 180))];
  const { at, height, pixelsPerMetre } = projection({ west: point.long - east, east: point.long + east, south: point.lat - north, north: point.lat + north }, width);
  const middle = at(point);
  const ring = [10, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].findLast((metres) => metres <= reach) ?? 10;
  const label = title ?? t('vicinity', { count: others.length, metres: Math.round(reach) });
  return (
    <figure class="report-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <circle class="map-ring" cx={middle.x} cy={middle.y} r={ring * pixelsPerMetre} />
        <text class="map-note" x={middle.x} y={middle.y - ring * pixelsPerMetre - 4} text-anchor="middle">{distanceText(ring, language)}</text>
        <g class="map-pin"><circle cx={middle.x} cy={middle.y} r="11" /><circle cx={middle.x} cy={middle.y} r="4" class="map-pin-dot" /></g>
        {others.map((other, index) => {
          if (other.lat === undefined || other.long === undefined) return null;
          const { x, y } = at({ lat: other.lat, long: other.long });
          return <g key={index} class="map-other"><circle cx={x} cy={y} r="12" /><text x={x} y={y + 5} text-anchor="middle">{index + 1}</text></g>;
        })}
      </svg>
      <figcaption class="small">{label}</figcaption>
    </figure>
  );
};
