/** Style sheets are imported for their effect; the build turns them into files of the site. */
declare module '*.scss';
