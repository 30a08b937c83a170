/** A line drawing beside words that say the same; hidden from screen readers. `shape` comes from icon-shapes.ts. */
export const LineDrawing = ({ shape, size = 24 }: { readonly shape: string; readonly size?: number }) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
    <path d={shape} />
  </svg>
);
