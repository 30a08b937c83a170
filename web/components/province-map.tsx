import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { useLanguage } from './language.ts';
import { aspect, lengthText, type MapView, moved, scaleOf, zoomed } from './map-view.ts';
import { metresPerUnit, onGround, type Place, shapes } from './province-shape.ts';

type Words = { readonly label: string; readonly zoomIn: string; readonly zoomOut: string; readonly scale: (length: string) => string };
type ProvinceMapProps = {
  readonly view: MapView; readonly onView: (view: MapView) => void; readonly words: Words;
  /** a tap, or Enter in the middle */
  readonly onPick?: (place: Place) => void;
  /** communes to mark */
  readonly marked?: string | undefined;
  /** drawn above the communes; `unit` is one pixel in units of the drawing, so that marks keep their size */
  readonly children?: (unit: number) => ComponentChildren;
};

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const tapPixels = 8;

/** The communes of the province, drawn by us: moved and zoomed by finger, mouse and keys. Nothing is asked of anybody's server. */
export const ProvinceMap = ({ view, onView, words, onPick, marked, children }: ProvinceMapProps) => {
  const language = useLanguage();
  const frame = useRef<SVGSVGElement>(null);
  const drag = useRef<{ id: number; x: number; y: number; from: MapView; far: boolean } | undefined>(undefined);
  const [pixels, setPixels] = useState(360);
  useEffect(() => {
    const box = frame.current;
    if (box === null) return undefined;
    const seen = new ResizeObserver(() => { setPixels(box.clientWidth || 360); });
    seen.observe(box);
    return () => { seen.disconnect(); };
  }, []);
  const unit = view.width / pixels;
  const at = (event: PointerEvent | WheelEvent): { x: number; y: number } => {
    const box = frame.current?.getBoundingClientRect();
    return { x: view.x + (event.clientX - (box?.left ?? 0)) * unit, y: view.y + (event.clientY - (box?.top ?? 0)) * unit };
  };
  const pressed = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (arrow !== undefined) onView(moved(view, arrow[0] * view.width * 0.1, arrow[1] * view.width * 0.1));
    else if (event.key === '+' || event.key === '=') onView(zoomed(view, 0.6));
    else if (event.key === '-') onView(zoomed(view, 1 / 0.6));
    else if (event.key === 'Enter' && onPick !== undefined) onPick(onGround(view.x + view.width / 2, view.y + view.width / aspect / 2));
    else return;
    event.preventDefault();
  };
  const scale = scaleOf(view, metresPerUnit);
  const names = pixels / view.width > 0.6;
  return (
    <div class="province-map">
      <svg ref={frame} viewBox={`${view.x} ${view.y} ${view.width} ${view.width / aspect}`} role="application" aria-label={words.label} tabIndex={0} onKeyDown={pressed}
        onPointerDown={(event) => { drag.current = { id: event.pointerId, x: event.clientX, y: event.clientY, from: view, far: false }; }}
        onPointerMove={(event) => {
          const held = drag.current;
          if (held === undefined || held.id !== event.pointerId) return;
          const [right, down] = [event.clientX - held.x, event.clientY - held.y];
          if (!held.far && Math.hypot(right, down) < tapPixels) return;
          if (!held.far) frame.current?.setPointerCapture(event.pointerId);
          held.far = true;
          onView(moved(held.from, -right * unit, -down * unit));
        }}
        onPointerUp={(event) => {
          const { x, y } = at(event);
          if (drag.current?.far === false) onPick?.(onGround(x, y));
          drag.current = undefined;
        }}
        onPointerCancel={() => { drag.current = undefined; }}>
        <g class="map-areas">{shapes.map(({ code, path }) => <path key={code} class={code === marked ? 'map-area map-area-marked' : 'map-area'} d={path} />)}</g>
        {names && <g class="map-names" font-size={unit * 13} aria-hidden="true">{shapes.map(({ code, name, label }) => <text key={code} x={label.x} y={label.y} text-anchor="middle">{name[language]}</text>)}</g>}
        {children?.(unit)}
      </svg>
      <div class="map-tools">
        <Button kind="secondary" small aria-label={words.zoomIn} onClick={() => { onView(zoomed(view, 0.6)); }}>+</Button>
        <Button kind="secondary" small aria-label={words.zoomOut} onClick={() => { onView(zoomed(view, 1 / 0.6)); }}>−</Button>
      </div>
      <svg class="map-scale" viewBox="0 0 300 26" aria-hidden="true"><path d={`M2 6v8h${Math.round((scale / metresPerUnit / view.width) * 900)}v-8`} /></svg>
      <p class="map-scale-text small">{words.scale(lengthText(scale))}</p>
    </div>
  );
};
