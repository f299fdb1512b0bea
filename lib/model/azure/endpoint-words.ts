import type { Text } from '../text.ts';
import type { AzureEndpointKind } from './endpoint.ts';

const named = (ja: string, en: string): Text => ({ ja, en });

/** What the kinds of endpoint are called in sentences. */
export const endpointWords: Readonly<Record<AzureEndpointKind, Text>> = {
  'storage-account': named('ストレージアカウント', 'storage account'),
  'sql-server': named('SQLサーバー', 'SQL server'),
  'sql-managed-instance': named('SQLマネージドインスタンス', 'SQL managed instance'),
  'postgresql-server': named('PostgreSQLサーバー', 'PostgreSQL server'),
  'mysql-server': named('MySQLサーバー', 'MySQL server'),
  'web-app': named('Webアプリ', 'web app'),
  'web-app-scm': named('デプロイ用サイト（SCM）', 'deployment site (SCM)'),
  'aks-cluster': named('AKSのAPIサーバー', 'API server of the AKS cluster'),
  'key-vault': named('キーコンテナー', 'key vault'),
  'cosmos-account': named('Cosmos DBアカウント', 'Cosmos DB account'),
  'container-registry': named('コンテナーレジストリ', 'container registry'),
  'ai-service': named('AIサービスのアカウント', 'AI services account'),
  'search-service': named('検索サービス', 'search service'),
  'service-bus': named('Service Bus名前空間', 'Service Bus namespace'),
  'event-hub': named('Event Hubs名前空間', 'Event Hubs namespace'),
  'redis-cache': named('Redisキャッシュ', 'Redis cache'),
  'ml-workspace': named('Machine Learningワークスペース', 'Machine Learning workspace'),
  'app-configuration': named('App Configurationストア', 'App Configuration store'),
  'container-app': named('コンテナーアプリ', 'container app'),
};
