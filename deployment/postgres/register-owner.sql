-- Read once, by the first start of the PostgreSQL image on an empty volume. The register is owned by a user who is no
-- superuser; the superuser can be used from within the container only.
\getenv password POSTGRES_PASSWORD
CREATE ROLE fil_app NOLOGIN;
CREATE ROLE fil LOGIN PASSWORD :'password';
GRANT fil_app TO fil;
ALTER DATABASE fil OWNER TO fil;
ALTER ROLE postgres PASSWORD NULL;
