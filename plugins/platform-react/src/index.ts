/**
 * Shared cards, chips, charts, async states and formats.
 *
 * @packageDocumentation
 */
export * from './api/SlipwayApiClient';
export * from './card/CardStack';
export * from './card/EmptyLine';
export * from './card/SlipwayCard';
export * from './card/WidgetContent';
export { type ChartTone } from './charts/chartColor';
export * from './charts/Sparkline';
export * from './charts/formatTimeTick';
export { type TimeSpan } from './charts/timeSpan';
export * from './charts/TimeSeriesChart';
export * from './charts/TimeRangeSlider';
export * from './choice/ChoiceButtons';
export * from './choice/FilterChoice';
export * from './entity/refName';
export * from './environment/EnvironmentChip';
export * from './file/formatCsv';
export * from './file/saveFile';
export * from './format/formatNumber';
export * from './query/SlipwayQueryProvider';
export * from './query/useSlipwayQuery';
export * from './query/useLiveQuery';
export * from './query/useUrlQuery';
export * from './search/SearchResultLine';
export * from './signals/useChannel';
export * from './source/AnnotationProblems';
export * from './source/sourceStateText';
export * from './source/SourceStateAlert';
export * from './source/StaleBadge';
export * from './status/mainColor';
export * from './status/StatusChip';
export * from './storage/useStored';
export * from './table/SearchField';
export * from './table/SortableHead';
export * from './table/sortBy';
export type { TableColumn, TableStyles } from './table/tableLook';
export * from './table/useRestOfHeight';
export * from './table/useVirtualRows';
export * from './table/VirtualTable';
export type { CellProps } from './table/VirtualTableRow';
export * from './text/visuallyHidden';
export * from './tiles/MetricTile';
export * from './title/AppTitle';
export * from './title/formatPageTitle';
export * from './title/PageTitle';
export * from './time/formatRelativeTime';
export * from './time/RelativeTime';
export * from './time/useNow';
export { type SavedViews } from './views/savedViews';
export * from './views/useSavedViews';
export * from './views/ViewsMenu';
