/** The drawings of notices: what nearly every page carries. */
export const checkShape = 'M4.5 12.5 10 18 20 6.5';
export const warnShape = 'M12 3 2.5 20.5h19zM12 10v5M12 17.8v.2';
export const infoShape = 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 11v6M12 7.5v.2';
export const crossShape = 'M6 6l12 12M18 6 6 18';
