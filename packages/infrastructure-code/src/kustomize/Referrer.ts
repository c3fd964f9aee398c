import { BuildContext } from './BuildContext';
import { BuildObject, firstId } from './BuildObject';
import { isClusterKind } from './clusterKinds';
import { isJsonObject } from './JsonValue';
import { NameReference } from './nameReferences';
import { effectiveNamespace, idOf, ObjectId } from './ObjectId';

/** What is known of the object that a field names. */
interface Named {
  readonly target: NameReference['target'];
  /** What a binding says its role is. */
  readonly role?: NameReference['target'];
  /** The field says a namespace too. */
  readonly isMap?: boolean;
  /** Which one. */
  readonly where?: string;
}

/** Objects by each of the names that they had before. */
export type Renamed = ReadonlyMap<string, readonly BuildObject[]>;

const isCluster = ({ group, kind }: ObjectId) => isClusterKind(group, kind);

/** An object that names others, some of which have other names now. */
export class Referrer {
  readonly #id: ObjectId;
  readonly #namespaces: ReadonlySet<string>;

  constructor(
    private readonly object: BuildObject,
    private readonly renamed: Renamed,
    private readonly context: BuildContext,
  ) {
    this.#id = idOf(object.value);
    this.#namespaces = subjectNamespaces(object);
  }

  /** What a name means that an object may have had before; undefined for what was not renamed. */
  find(name: string, named: Named): BuildObject | undefined {
    const known = this.renamed.get(name) ?? [];
    const reachable = known.filter(({ value }) => this.#mayReach(idOf(value)));
    const candidates = within(reachable, named.where)
      .filter(({ formerIds }) =>
        [named.target, named.role].every(
          kind =>
            kind === undefined || formerIds.some(id => isOfKind(id, kind)),
        ),
      )
      .filter(each => this.#isInReach(each));
    if (candidates.length === 1) return candidates[0];
    const related = candidates.filter(each =>
      hasSameAffixes(each, this.object),
    );
    const [first, ...others] = related;
    if (first && !others.every(each => isAlike(first, each, named.isMap))) {
      this.context.refuse(
        `${this.object.file}: '${name}' of ${this.#id.kind} '${
          this.#id.name
        }' may be one of several objects`,
      );
    }
    return first;
  }

  #mayReach(id: ObjectId): boolean {
    return (
      isCluster(this.#id) ||
      isCluster(id) ||
      effectiveNamespace(id) === effectiveNamespace(this.#id) ||
      this.#namespaces.has(id.namespace)
    );
  }

  #isInReach({ value }: BuildObject): boolean {
    const id = idOf(value);
    return (
      isCluster(this.#id) ||
      isCluster(id) ||
      id.kind === 'ServiceAccount' ||
      effectiveNamespace(id) === effectiveNamespace(this.#id)
    );
  }
}

/** Those in a namespace, by the one they had at first or have now. */
function within(
  objects: readonly BuildObject[],
  namespace: string | undefined,
): readonly BuildObject[] {
  if (namespace === undefined) return objects;
  const isIn = (id: ObjectId) => (id.namespace || 'default') === namespace;
  const before = objects.filter(each => isIn(firstId(each)));
  return before.length > 0
    ? before
    : objects.filter(({ value }) => isIn(idOf(value)));
}

function isOfKind(id: ObjectId, kind: NameReference['target']): boolean {
  return (
    id.kind === kind.kind &&
    (kind.group === undefined || kind.group === id.group) &&
    (kind.version === undefined || kind.version === id.version)
  );
}

/** Only of a RoleBinding: its subjects may be in other namespaces. */
function subjectNamespaces({ value }: BuildObject): ReadonlySet<string> {
  const subjects =
    value.kind === 'RoleBinding' && Array.isArray(value.subjects)
      ? value.subjects
      : [];
  return new Set(
    subjects
      .filter(isJsonObject)
      .map(({ namespace }) => namespace)
      .filter(namespace => typeof namespace === 'string'),
  );
}

/** One that came through the same overlays. */
function hasSameAffixes(a: BuildObject, b: BuildObject): boolean {
  return isEndOf(a.prefixes, b.prefixes) && isEndOf(a.suffixes, b.suffixes);
}

function isEndOf(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  if (length === 0) return a.length === b.length;
  return a
    .slice(a.length - length)
    .every((each, at) => each === b[b.length - length + at]);
}

function isAlike(
  a: BuildObject,
  b: BuildObject,
  withNamespace: boolean | undefined,
): boolean {
  const [one, two] = [idOf(a.value), idOf(b.value)];
  return (
    one.name === two.name && (!withNamespace || one.namespace === two.namespace)
  );
}
