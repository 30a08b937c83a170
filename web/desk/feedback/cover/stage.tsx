import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Box, Corner, Cover } from './boxes.ts';
import { between, byKey, isBox, movedBy, pulled } from './boxes.ts';
import { useCoverTexts } from './texts.ts';
import { coveredPixels } from './use-picture.ts';
import type { Picture } from './use-picture.ts';

type Spot = { readonly x: number; readonly y: number };
type Drag = { readonly from: Spot } & ({ readonly kind: 'draw' } | { readonly kind: 'move'; readonly box: Cover } | { readonly kind: 'pull'; readonly box: Cover; readonly corner: Corner });
type StageProps = {
  readonly picture: Picture; readonly covers: readonly Cover[]; readonly onCovers: (covers: readonly Cover[]) => void;
  readonly selected: string | undefined; readonly onSelect: (id: string | undefined) => void; readonly name: string;
};
const corners: readonly Corner[] = ['nw', 'ne', 'sw', 'se'];
const percent = (share: number): number => Math.round(share * 100);

/** The picture as it will be seen, and over it the boxes: drawn, moved and pulled by mouse, finger or keys. */
export const Stage = ({ picture, covers, onCovers, selected, onSelect, name }: StageProps) => {
  const t = useCoverTexts();
  const { width, height } = picture.pixels;
  const canvas = useRef<HTMLCanvasElement>(null);
  const over = useRef<SVGSVGElement>(null);
  const drag = useRef<Drag | undefined>(undefined);
  const [begun, setBegun] = useState<Box>();
  // how many of the picture's pixels one of the screen's shows: handles are as large as a finger, whatever the picture
  const [unit, setUnit] = useState(1);
  useLayoutEffect(() => { canvas.current?.getContext('2d')?.putImageData(coveredPixels(picture, covers), 0, 0); }, [picture, covers]);
  useLayoutEffect(() => {
    const measure = (): void => { const shown = over.current?.getBoundingClientRect().width ?? 0; if (shown > 0) setUnit(width / shown); };
    const watch = new ResizeObserver(measure);
    if (over.current !== null) watch.observe(over.current);
    measure();
    return () => { watch.disconnect(); };
  }, [width]);
  // at once: a key pressed next is for this box
  useLayoutEffect(() => { if (selected !== undefined) over.current?.querySelector<SVGElement>(`[data-cover="${selected}"]`)?.focus({ preventScroll: true }); }, [selected]);

  const spotOf = (event: PointerEvent): Spot => {
    const box = (over.current as SVGSVGElement).getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  // two keys may come before the picture is drawn once: the second goes on from the first
  const latest = useRef(covers);
  latest.current = covers;
  const change = (next: readonly Cover[]): void => { latest.current = next; onCovers(next); };
  const replace = (box: Cover): void => { change(latest.current.map((each) => (each.id === box.id ? box : each))); };
  const press = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    const target = event.target as SVGElement;
    const from = spotOf(event);
    const box = covers.find(({ id }) => id === target.dataset['of']);
    const corner = target.dataset['corner'] as Corner | undefined;
    drag.current = box === undefined ? { kind: 'draw', from } : corner === undefined ? { kind: 'move', from, box } : { kind: 'pull', from, box, corner };
    onSelect(box?.id);
    over.current?.setPointerCapture(event.pointerId);
  };
  const draw = (event: PointerEvent): void => {
    const now = drag.current;
    if (now === undefined) return;
    const spot = spotOf(event);
    if (now.kind === 'draw') setBegun(between(now.from, spot));
    else if (now.kind === 'move') replace(movedBy(now.box, { x: spot.x - now.from.x, y: spot.y - now.from.y }));
    else replace(pulled(now.box, now.corner, spot));
  };
  const release = (event: PointerEvent): void => {
    const now = drag.current;
    drag.current = undefined;
    setBegun(undefined);
    if (now?.kind !== 'draw' || event.type === 'pointercancel') return;
    const box = between(now.from, spotOf(event));
    if (!isBox(box)) return;
    const id = crypto.randomUUID();
    change([...latest.current, { ...box, id, from: 'drawn' }]);
    onSelect(id);
  };
  const keyed = (event: KeyboardEvent, cover: Cover): void => {
    const box = latest.current.find(({ id }) => id === cover.id) ?? cover;
    const moved = byKey(box, event.key, event.shiftKey);
    if (moved !== undefined) { event.preventDefault(); replace(moved); }
    if (event.key === 'Delete' || event.key === 'Backspace') { event.preventDefault(); change(latest.current.filter(({ id }) => id !== box.id)); onSelect(undefined); }
  };
  const inPixels = (box: Box) => ({ x: box.x * width, y: box.y * height, width: box.width * width, height: box.height * height });
  return (
    <div class="cover-stage">
      <canvas ref={canvas} width={width} height={height} role="img" aria-label={name} />
      <svg ref={over} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('stage')} onPointerDown={press} onPointerMove={draw} onPointerUp={release} onPointerCancel={release}>
        {covers.map((cover, index) => {
          const rect = inPixels(cover);
          return (
            <g key={cover.id} data-cover={cover.id} class={`cover cover-${cover.from}`} role="button" tabIndex={0} aria-pressed={cover.id === selected} onFocus={() => { onSelect(cover.id); }} onKeyDown={(event) => { keyed(event, cover); }}
              aria-label={t('box', { number: index + 1, what: t(`box-${cover.from}`), left: percent(cover.x), top: percent(cover.y), width: percent(cover.width), height: percent(cover.height) })}>
              <rect data-of={cover.id} {...rect} />
              <text x={rect.x + 4 * unit} y={rect.y + 16 * unit} font-size={14 * unit}>{index + 1}</text>
              {cover.id === selected && corners.map((corner) => {
                const [cx, cy] = [rect.x + (corner.endsWith('e') ? rect.width : 0), rect.y + (corner.startsWith('s') ? rect.height : 0)];
                return <g key={corner}><circle class="cover-handle" cx={cx} cy={cy} r={7 * unit} /><circle class={`cover-grip cover-grip-${corner}`} data-of={cover.id} data-corner={corner} cx={cx} cy={cy} r={Math.min(22, 10 + (Math.min(rect.width, rect.height) / unit) / 6) * unit} /></g>;
              })}
            </g>
          );
        })}
        {begun !== undefined && <rect class="cover-begun" {...inPixels(begun)} />}
      </svg>
    </div>
  );
};
