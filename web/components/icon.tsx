const paths = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 21 21',
  check: 'M4.5 12.5 10 18 20 6.5',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  warn: 'M12 3 2.5 20.5h19zM12 10v5M12 17.8v.2',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 11v6M12 7.5v.2',
  cross: 'M6 6l12 12M18 6 6 18',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 7v5.5l3.5 2',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  paper: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  place: 'M12 21c5-5.5 7-8.5 7-11.5a7 7 0 1 0-14 0c0 3 2 6 7 11.5M12 7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5',
  money: 'M3 6h18v12H3zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M6.5 12v.1M17.5 12v.1',
  home: 'M3.5 11.5 12 4l8.5 7.5M6 10v10h12V10M10 20v-6h4v6',
  birth: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M10.5 8.5c.8.9 2.2.9 3 0M6 20c0-4 2.5-5.5 6-5.5s6 1.5 6 5.5z',
  marriage: 'M9 8a6 6 0 1 1 0 12A6 6 0 0 1 9 8M15 8a6 6 0 1 1 0 12 6 6 0 0 1 0-12M12 3.5v2M8.5 4l.8 1.6M15.5 4l-.8 1.6',
  seal: 'M12 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M9 14l-1.5 7 4.5-2.5 4.5 2.5L15 14M9.8 9l1.6 1.6 2.8-3',
  land: 'M3 18 9 6l4 7 2.5-4L21 18zM3 21h18',
  copy: 'M8 8h12v13H8zM16 8V3H4v13h4',
  shop: 'M4 9 5.5 4h13L20 9M4 9v11h16V9M4 9c0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0M10 20v-5h4v5',
  heart: 'M12 20C6 15.5 3.5 12.5 3.5 9.2A4.2 4.2 0 0 1 12 7.5a4.2 4.2 0 0 1 8.5 1.7c0 3.3-2.5 6.3-8.5 10.8',
  build: 'M4 20h16M6 20V9l6-5 6 5v11M10 20v-5h4v5M10 11h4',
  candle: 'M9 10h6v11H9zM12 10V8M12 8c-2-1.5-1.5-3.5 0-5 1.5 1.5 2 3.5 0 5M6 21h12',
  lock: 'M6 11h12v10H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 15v2.5',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside words that say the same; hidden from screen readers. */
export const Icon = ({ name, size = 24 }: { readonly name: IconName; readonly size?: number }) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);
