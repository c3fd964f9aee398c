import { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RelativeTime } from '@slipway/platform-react';
import { Deployment } from '@slipway/plugin-deployments-common';
import { RevisionLink } from '../RevisionLink';
import { statusWords } from './statusWords';

const facts = {
  m: 0,
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))',
};

/** Revision, sync, health, images and replicas; what is not known is left out. */
export function DeploymentFacts(props: { deployment: Deployment }) {
  const { platform, revision, sync, health, deployedAt, replicas, images } =
    props.deployment;
  const pieces = platform === 'ecs' ? 'Tasks' : 'Pods';
  return (
    <Box component="dl" sx={facts}>
      {revision && (
        <Fact label="Revision">
          <RevisionLink revision={revision} withMessage />
        </Fact>
      )}
      {revision?.author && <Fact label="Author">{revision.author}</Fact>}
      {sync && <Fact label="Sync">{sync}</Fact>}
      {health && (
        <Fact label={platform === 'ecs' ? 'Rollout' : 'Health'}>
          {statusWords(health)}
        </Fact>
      )}
      {deployedAt && (
        <Fact label="Deployed">
          <RelativeTime value={deployedAt} />
        </Fact>
      )}
      {replicas && (
        <Fact label={pieces}>
          {replicas.ready} of {replicas.desired} ready
        </Fact>
      )}
      {images.length > 0 && (
        <Fact label={images.length > 1 ? 'Images' : 'Image'} wide>
          {images.map(image => (
            <Image key={image} name={image} />
          ))}
        </Fact>
      )}
    </Box>
  );
}

function Image({ name }: { name: string }) {
  return (
    <Box component="code" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
      {name}
    </Box>
  );
}

function Fact(props: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <Box sx={{ gridColumn: props.wide ? '1 / -1' : undefined }}>
      <Typography variant="caption" color="text.secondary" component="dt">
        {props.label}
      </Typography>
      <Typography variant="body2" component="dd" sx={{ m: 0 }}>
        {props.children}
      </Typography>
    </Box>
  );
}
