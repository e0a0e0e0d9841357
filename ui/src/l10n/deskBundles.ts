// The words of the desk's window: the parent's are not loaded in it.
import { readBundles } from './bundles';

export const deskBundles = readBundles(
  import.meta.glob<string>(['../../../locales/*-CA/common.ftl', '../../../locales/*-CA/desk.ftl'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
