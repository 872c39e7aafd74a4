<?php
// Makes the database and the blog in it. Arguments: where the blog is (host and port).
$_SERVER['HTTP_HOST'] = $argv[1];
$database             = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'RUSTSCAPE_SOCKET' ) );
$database->query( 'CREATE DATABASE wordpress' );
define( 'WP_INSTALLING', true );
// There is nobody to write to.
function wp_mail() {
	return true;
}
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'A blog', 'owner', 'owner@blog.example', true, '', 'a password' );
$author = wp_create_user( 'author', 'another password', 'author@blog.example' );
( new WP_User( $author ) )->set_role( 'author' );
