package dev.flashsale.bench.lab;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.common.jpa.EntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jpa.JpaSagaStore;
import org.axonframework.modelling.saga.repository.jpa.SagaEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Axon's JPA saga store on tables of its own, with Hibernate's batches, and contents as bytes in the row. */
final class JpaSagas implements AutoCloseable {
    private final LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
    private final JpaTransactionManager transactions;
    private final EntityManager shared;

    JpaSagas(ApplicationContext product) {
        DataSource database = product.getBean(DataSource.class);
        factory.setDataSource(database);
        factory.setPersistenceUnitName("bench-sagas");
        factory.setPackagesToScan(SagaEntry.class.getPackageName());
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of(
                "hibernate.hbm2ddl.auto",
                "update",
                "hibernate.dialect",
                BytesInTheRow.class.getName(),
                "hibernate.jdbc.batch_size",
                100,
                "hibernate.order_inserts",
                true,
                "hibernate.order_updates",
                true));
        factory.afterPropertiesSet();
        EntityManagerFactory made = Objects.requireNonNull(factory.getObject());
        transactions = new JpaTransactionManager(made);
        transactions.setDataSource(database);
        shared = SharedEntityManagerCreator.createSharedEntityManager(made);
    }

    SagaStore<Object> store(Serializer serializer) {
        EntityManagerProvider entityManagers = () -> shared;
        return JpaSagaStore.builder()
                .entityManagerProvider(entityManagers)
                .serializer(serializer)
                .build();
    }

    TransactionManager transactions() {
        return new SpringTransactionManager(transactions);
    }

    @Override
    public void close() {
        factory.destroy();
    }
}
