/** Line drawings on a grid of 24, drawn for these pages. A page loads those it names. */
export const searchShape = 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 21 21';
export const arrowShape = 'M4 12h15M13 6l6 6-6 6';
export const clockShape = 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 7v5.5l3.5 2';
export const personShape = 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5';
export const paperShape = 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6';
export const placeShape = 'M12 21c5-5.5 7-8.5 7-11.5a7 7 0 1 0-14 0c0 3 2 6 7 11.5M12 7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5';
export const moneyShape = 'M3 6h18v12H3zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M6.5 12v.1M17.5 12v.1';
export const homeShape = 'M3.5 11.5 12 4l8.5 7.5M6 10v10h12V10M10 20v-6h4v6';
export const birthShape = 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M10.5 8.5c.8.9 2.2.9 3 0M6 20c0-4 2.5-5.5 6-5.5s6 1.5 6 5.5z';
export const marriageShape = 'M9 8a6 6 0 1 1 0 12A6 6 0 0 1 9 8M15 8a6 6 0 1 1 0 12 6 6 0 0 1 0-12M12 3.5v2M8.5 4l.8 1.6M15.5 4l-.8 1.6';
export const sealShape = 'M12 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M9 14l-1.5 7 4.5-2.5 4.5 2.5L15 14M9.8 9l1.6 1.6 2.8-3';
export const landShape = 'M3 18 9 6l4 7 2.5-4L21 18zM3 21h18';
export const copyShape = 'M8 8h12v13H8zM16 8V3H4v13h4';
export const buildShape = 'M4 20h16M6 20V9l6-5 6 5v11M10 20v-5h4v5M10 11h4';
export const candleShape = 'M9 10h6v11H9zM12 10V8M12 8c-2-1.5-1.5-3.5 0-5 1.5 1.5 2 3.5 0 5M6 21h12';
