// The words of the parent's window, in every language there is a folder for: the desk's are not loaded in it.
import { readBundles } from './bundles';

export const parentBundles = readBundles(
  import.meta.glob<string>(['../../../locales/*/common.ftl', '../../../locales/*/parent.ftl'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
