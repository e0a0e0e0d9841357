// What screens take from this folder.
export { call, type Command, type RequestOf, type ResponseOf } from './call';
export { BackendError, codeOf } from './errors';
export { pickFile, pickFolder, pickPlace } from './pick';
export { newQueries, useAct, useAnswer } from './queries';
export { useAskAgainAt } from './useAskAgainAt';
export { useSayInput } from './useSayInput';
export { useView } from './useView';
export type * from './types';
