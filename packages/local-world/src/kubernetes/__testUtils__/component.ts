/** A component that the Kubernetes plugin finds the objects of. */
export const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'go-worker',
    annotations: { 'backstage.io/kubernetes-id': 'go-worker' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'orders' },
};
