// node plugins/scaffolder-backend-module-slipway/scripts/make-kubernetes-schema.mjs: writes assets/kubernetes-schema.json.
//
// A strict JSON schema of the kinds that golden paths write, and of the neighbours that people add to them. It is made of
// the types of the kubernetes-models packages: their validators come compiled as ES modules, and let unknown keys pass.
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
// The compiler of the repository; only this script needs it.
// eslint-disable-next-line @backstage/no-undeclared-imports
const ts = require('typescript');

const packageDir = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.resolve(packageDir, '../../node_modules');

const KINDS = {
  'kubernetes-models': [
    'v1/ConfigMap',
    'v1/Namespace',
    'v1/Service',
    'v1/ServiceAccount',
    'apps/v1/Deployment',
    'apps/v1/StatefulSet',
    'autoscaling/v2/HorizontalPodAutoscaler',
    'batch/v1/CronJob',
    'batch/v1/Job',
    'networking.k8s.io/v1/Ingress',
    'networking.k8s.io/v1/NetworkPolicy',
    'policy/v1/PodDisruptionBudget',
  ],
  '@kubernetes-models/argo-cd': [
    'argoproj.io/v1alpha1/Application',
    'argoproj.io/v1alpha1/AppProject',
  ],
  '@kubernetes-models/argo-rollouts': ['argoproj.io/v1alpha1/Rollout'],
  '@kubernetes-models/external-secrets': [
    'external-secrets.io/v1/ExternalSecret',
  ],
  '@kubernetes-models/keda': [
    'keda.sh/v1alpha1/ScaledObject',
    'keda.sh/v1alpha1/TriggerAuthentication',
  ],
};

const entries = Object.entries(KINDS).flatMap(([name, kinds]) =>
  kinds.map(kind => ({
    kind,
    file: path.join(modules, name, `${kind}.d.ts`),
    // The two names of the batch API groups and the like are told apart by their full names.
    typeName: `I${path.basename(kind)}`,
  })),
);

const program = ts.createProgram(
  entries.map(({ file }) => file),
  {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  },
);
const checker = program.getTypeChecker();
const $defs = {};

/** Files of a package tell types of the same name apart. */
function defName(type, symbol) {
  const { fileName } = symbol.declarations[0].getSourceFile();
  return path
    .relative(modules, fileName)
    .replace(/\.d\.ts$/, '')
    .replaceAll(path.sep, '.');
}

function objectSchema(type, isRoot) {
  const index = checker.getIndexInfosOfType(type)[0];
  const properties = checker.getPropertiesOfType(type);
  if (properties.length === 0) {
    return {
      type: 'object',
      ...(index && { additionalProperties: schemaOf(index.type) }),
    };
  }
  // A status is the cluster's to write.
  const wanted = properties.filter(
    ({ name }) => !(isRoot && name === 'status'),
  );
  const required = wanted
    .filter(({ flags }) => !(flags & ts.SymbolFlags.Optional))
    .map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      wanted.map(property => [
        property.name,
        schemaOf(checker.getTypeOfSymbol(property)),
      ]),
    ),
    ...(required.length && { required }),
    additionalProperties: index ? schemaOf(index.type) : false,
  };
}

function unionSchema(type) {
  const parts = type.types.filter(
    ({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)),
  );
  if (parts.length === 1) return schemaOf(parts[0]);
  if (parts.every(part => part.flags & ts.TypeFlags.BooleanLiteral)) {
    return { type: 'boolean' };
  }
  if (parts.every(part => part.isStringLiteral())) {
    return { enum: parts.map(({ value }) => value).sort() };
  }
  const types = parts.map(part => schemaOf(part).type);
  return types.every(name => typeof name === 'string')
    ? { type: [...new Set(types)].sort() }
    : {};
}

function schemaOf(type) {
  if (type.isUnion()) return unionSchema(type);
  if (type.isStringLiteral()) return { enum: [type.value] };
  if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' };
  if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
  if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
  if (checker.isArrayType(type)) {
    return {
      type: 'array',
      items: schemaOf(checker.getTypeArguments(type)[0]),
    };
  }
  if (!(type.flags & ts.TypeFlags.Object)) return {};
  const symbol = type.getSymbol();
  const isNamed = symbol && symbol.flags & ts.SymbolFlags.Interface;
  if (!isNamed) return objectSchema(type);
  const name = defName(type, symbol);
  if (!$defs[name]) {
    $defs[name] = true;
    $defs[name] = objectSchema(type);
  }
  return { $ref: `#/$defs/${name}` };
}

const properties = Object.fromEntries(
  entries.map(({ kind, file, typeName }) => {
    const source = program.getSourceFile(file);
    const declared = checker
      .getExportsOfModule(checker.getSymbolAtLocation(source))
      .find(({ name }) => name === typeName);
    return [
      kind,
      objectSchema(checker.getDeclaredTypeOfSymbol(declared), true),
    ];
  }),
);

const versions = Object.keys(KINDS).map(name => {
  const { version } = JSON.parse(
    readFileSync(path.join(modules, name, 'package.json'), 'utf8'),
  );
  return `${name} ${version}`;
});
const target = path.join(packageDir, 'assets/kubernetes-schema.json');
const schema = {
  $comment: `Made by scripts/make-kubernetes-schema.mjs of ${versions.join(
    ', ',
  )}`,
  kinds: properties,
  $defs: Object.fromEntries(
    Object.entries($defs).sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
};
const text = JSON.stringify(schema);
writeFileSync(target, `${text}\n`);
process.stdout.write(
  `${entries.length} kinds, ${Object.keys($defs).length} types, ${
    text.length
  } bytes\n`,
);
