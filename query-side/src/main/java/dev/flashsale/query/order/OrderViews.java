package dev.flashsale.query.order;

import com.redis.om.spring.repository.RedisEnhancedRepository;

/** Orders by id. */
public interface OrderViews extends RedisEnhancedRepository<OrderView, String> {}
